import { LogLevel, type Logger } from '@slack/bolt';

/** Where we write what happened: ids and codes, never what a person wrote. */
export type Log = {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
};

/** What may be told of an error: its kind and code. Its message may carry what was sent. */
export function codeOf(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const slack = slackCodeOf(error);
  return { error: error.name, ...code, ...(slack !== undefined && { slack }) };
}

/** The word that Slack answers a failed call with: `channel_not_found`. */
export function slackCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('data' in error)) return undefined;
  const { data } = error;
  return typeof data === 'object' && data !== null && 'error' in data && typeof data.error === 'string'
    ? data.error
    : undefined;
}

/** Our log for Bolt and the Web API client. Their debug lines hold whole requests, so those go nowhere. */
export function toBoltLogger(log: Log): Logger {
  return {
    debug: () => {},
    info: () => {},
    warn: (...said) => log.warn({ from: 'slack' }, first(said)),
    error: (...said) => log.error({ from: 'slack' }, first(said)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

const first = (said: readonly unknown[]): string => (typeof said[0] === 'string' ? said[0].slice(0, 200) : 'no words');
