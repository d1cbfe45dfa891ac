import { createHmac } from 'node:crypto';

export type Sent = {
  readonly json?: unknown;
  /** An interaction: Slack sends it as JSON in a form. */
  readonly payload?: unknown;
  readonly form?: Record<string, string>;
  readonly secret?: string;
  readonly ageSeconds?: number;
  readonly headers?: Record<string, string>;
};

export const SECRET = 'signing-secret';

/** Sends what Slack would, signed as Slack signs. */
export async function signedPost(url: string, sent: Sent): Promise<{ readonly status: number; readonly text: string }> {
  const { json, payload, form, secret = SECRET, ageSeconds = 0, headers = {} } = sent;
  const fields = form ?? (payload === undefined ? undefined : { payload: JSON.stringify(payload) });
  const body = fields ? new URLSearchParams(fields).toString() : JSON.stringify(json);
  const timestamp = String(Math.floor(Date.now() / 1000) - ageSeconds);
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': fields ? 'application/x-www-form-urlencoded' : 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
      ...headers,
    },
  });
  return { status: response.status, text: await response.text() };
}
