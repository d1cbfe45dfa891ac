import { describe, expect, it } from 'vitest';

import { readConfig } from '../src/config.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', REDIS_URL: 'redis://127.0.0.1:6379' };

describe('the environment', () => {
  it('without credentials asks for the playground', () => {
    expect(readConfig({}).slack).toBeNull();
    expect(readConfig({ SLACK_BOT_TOKEN: ' ' }).slack).toBeNull();
  });

  it('with a signing secret is HTTP, with an app token Socket Mode', () => {
    expect(readConfig(slack).slack?.mode).toBe('http');
    expect(readConfig({ ...slack, SLACK_APP_TOKEN: 'xapp-1' }).slack?.mode).toBe('socket');
  });

  it('names everything that is wrong at once', () => {
    const env = { SLACK_BOT_TOKEN: 'hello', PORT: 'eighty', REDIS_URL: 'http://redis', LOG_LEVEL: 'loud' };
    expect(() => readConfig(env)).toThrow(/SLACK_BOT_TOKEN[^]*REDIS_URL[^]*PORT[^]*LOG_LEVEL[^]*SLACK_SIGNING_SECRET/);
  });

  it.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1', REDIS_URL: 'redis://x' }, /SLACK_SIGNING_SECRET/],
    [{ SLACK_SIGNING_SECRET: 's' }, /SLACK_BOT_TOKEN/],
    [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }, /REDIS_URL/],
    [{ ...slack, SLACK_API_URL: 'http://slack.example' }, /SLACK_API_URL/],
  ])('refuses half a configuration: %j', (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });

  it('allows http: to a Slack on loopback', () => {
    expect(readConfig({ ...slack, SLACK_API_URL: 'http://127.0.0.1:9/api/' }).slack?.apiUrl).toBe(
      'http://127.0.0.1:9/api/',
    );
  });
});
