import nock from 'nock';

export type Call = { readonly method: string; readonly fields: Readonly<Record<string, string>> };
type Reply = Readonly<Record<string, unknown>>;

/** Slack's Web API as far as the bot calls it, at its own address; `answers` say otherwise for one method. */
export function mockSlack(
  answers: Readonly<
    Record<string, (call: Call, nth: number) => readonly [number, Reply, Record<string, string>?]>
  > = {},
) {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
  const calls: Call[] = [];
  let count = 0;
  const usual = (method: string): Reply => {
    if (method === 'chat.postMessage') return { ok: true, ts: `1795420900.${String(++count).padStart(6, '0')}` };
    if (method === 'conversations.open') return { ok: true, channel: { id: 'D0OPERATOR' } };
    if (method === 'users.info') {
      return {
        ok: true,
        user: { id: 'U0OPERATOR', name: 'operator', real_name: 'Operator', tz: 'Asia/Shanghai', locale: 'en-US' },
      };
    }
    return { ok: true };
  };
  nock('https://slack.com')
    .persist()
    .post(/^\/api\//)
    .reply(async (request: Request) => {
      const method = new URL(request.url).pathname.replace('/api/', '');
      const fields = Object.fromEntries(new URLSearchParams(await request.text()));
      const call: Call = { method, fields };
      calls.push(call);
      const nth = calls.filter((other) => other.method === method).length;
      return [...(answers[method]?.(call, nth) ?? [200, usual(method)])];
    });
  return {
    calls,
    of: (method: string) => calls.filter((call) => call.method === method).map(({ fields }) => fields),
    close() {
      nock.cleanAll();
      nock.enableNetConnect();
    },
  };
}
