import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What befalls one call. Only `lost`, and `hang` where it says so, let Slack do what it was asked. */
export type Fate =
  | { readonly kind: 'hang'; readonly performs: boolean }
  /** 429, with the seconds to stay away. */
  | { readonly kind: 'busy'; readonly seconds: number }
  /** 500. */
  | { readonly kind: 'broken' }
  /** Done, and the connection drops before the answer. */
  | { readonly kind: 'lost' };

type Call = { readonly method: string; readonly fields: Readonly<Record<string, string>>; readonly at: number };
/** A message as the person sees it. */
type Seen = {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly blocks: unknown;
  readonly metadata: { readonly event_type?: string; readonly event_payload?: { readonly post?: string } };
  readonly at: number;
};

type Whim = (method: string, nth: number) => Fate | undefined;
const usual: Whim = () => undefined;

const inboxOf = (channel: string): string => (channel.startsWith('U') ? channel.replace('U', 'D') : channel);
const jsonOf = (text: string | undefined): Record<string, unknown> => JSON.parse(text || '{}');

/** A Slack on loopback that remembers what was said, and fails as it is told. A direct message with `U1` is `D1`. */
export async function startSlack(locale = 'en-US') {
  const calls: Call[] = [];
  const fates = new Map<string, Fate[]>();
  let whim: Whim = usual;
  const visible: Seen[] = [];
  let count = 0;

  const perform = (method: string, fields: Readonly<Record<string, string>>): object => {
    const { channel = '', users = '', user = '', ts = '', text = '', metadata } = fields;
    const blocks: unknown = JSON.parse(fields['blocks'] || '[]');
    if (method === 'auth.test') return { team_id: 'T1', user_id: 'U0BOT', bot_id: 'B0BOT' };
    if (method === 'users.info') {
      return { user: { id: user, name: 'person', real_name: `Person ${user}`, tz: 'Asia/Shanghai', locale } };
    }
    if (method === 'conversations.open') return { channel: { id: inboxOf(users) } };
    if (method === 'chat.postMessage') {
      const made = `1795420900.${String((count += 1)).padStart(6, '0')}`;
      visible.push({ channel: inboxOf(channel), ts: made, text, blocks, metadata: jsonOf(metadata), at: Date.now() });
      return { channel: inboxOf(channel), ts: made };
    }
    if (method === 'chat.update') {
      const at = visible.findIndex((message) => message.channel === channel && message.ts === ts);
      const old = visible[at];
      if (!old) return { ok: false, error: 'message_not_found' };
      visible[at] = { ...old, text, blocks };
      return { channel, ts };
    }
    if (method !== 'conversations.history') return {};
    const newest = visible.filter((message) => message.channel === channel).toReversed();
    return {
      messages: fields['include_all_metadata']
        ? newest
        : newest.map((message) => ({ ...message, metadata: undefined })),
    };
  };

  const server = createServer((request, response) => void take(request, response));
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await Array.fromAsync(request, (chunk: Buffer) => chunk.toString());
    const method = request.url?.replace('/api/', '') ?? '';
    const fields = Object.fromEntries(new URLSearchParams(body.join('')));
    calls.push({ method, fields, at: Date.now() });
    const fate = fates.get(method)?.shift() ?? whim(method, calls.length);
    const isDone = !fate || fate.kind === 'lost' || (fate.kind === 'hang' && fate.performs);
    const answer = { ok: true, ...(isDone && perform(method, fields)) };
    if (fate?.kind === 'hang') return;
    if (fate?.kind === 'lost') return void request.socket.destroy();
    const status = fate ? (fate.kind === 'busy' ? 429 : 500) : 200;
    response.writeHead(status, {
      'content-type': 'application/json',
      ...(fate?.kind === 'busy' && { 'retry-after': String(fate.seconds) }),
    });
    response.end(JSON.stringify(fate ? { ok: false, error: fate.kind } : answer));
  };

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    apiUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/`,
    calls,
    /** The next calls of this method go so, one each. */
    willBe: (method: string, ...next: readonly Fate[]) => void fates.set(method, [...next]),
    /** Every call goes as this says, unless told otherwise. */
    isMoody: (next: Whim) => void (whim = next),
    of: (method: string) => calls.filter((call) => call.method === method),
    seenBy: (user: string) => visible.filter(({ channel }) => channel === inboxOf(user)),
    async stop(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

export type FakeSlack = Awaited<ReturnType<typeof startSlack>>;
