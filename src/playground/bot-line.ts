import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** What Slack waits for an answer, and no longer. */
const PATIENCE_MS = 3000;
const RETRIES_AFTER_MS = [0, 1000, 3000];

/** What the bot said at once: its body, or null when it did not answer in time or not with 2xx. */
type Ack = { readonly body: string } | null;

/** Signed requests to the bot's one address, as Slack makes them. */
export type BotLine = {
  /** Repeated when it is not acknowledged; true once it is. */
  event(envelope: unknown): Promise<boolean>;
  interaction(payload: unknown): Promise<Ack>;
  command(fields: Readonly<Record<string, string>>): Promise<Ack>;
};

export function createBotLine(secret: string, address: () => string | null): BotLine {
  const send = async (body: string, headers: Readonly<Record<string, string>>): Promise<Ack> => {
    const to = address();
    if (to === null) return null;
    try {
      const response = await fetch(to, {
        method: 'POST',
        headers: { ...headers, ...signature(secret, body, new Date()) },
        body,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return response.ok ? { body: await response.text() } : null;
    } catch {
      // Nobody there, or too slow: to Slack that is the same.
      return null;
    }
  };
  return {
    async event(envelope) {
      const body = JSON.stringify(envelope);
      for (const [retry, after] of RETRIES_AFTER_MS.entries()) {
        await pause(after);
        const again: Record<string, string> =
          retry > 0 ? { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' } : {};
        if (await send(body, { 'content-type': 'application/json', ...again })) return true;
      }
      return false;
    },
    interaction: (payload) => send(String(new URLSearchParams({ payload: JSON.stringify(payload) })), FORM),
    command: (fields) => send(String(new URLSearchParams(fields)), FORM),
  };
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Slack's signature of a request, version 0. */
function signature(secret: string, body: string, at: Date): Record<string, string> {
  const seconds = Math.floor(at.getTime() / 1000);
  const hash = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${hash}` };
}
