import { z } from 'zod';

const Message = z.looseObject({
  author: z.string(),
  text: z.string(),
  ts: z.string(),
  at: z.string().nullable(),
  blocks: z.array(z.looseObject({ type: z.string() })),
});
const Desk = z.object({ messages: z.array(Message) });
const All = z.object({
  locale: z.string().nullable(),
  mayStartOver: z.boolean(),
  time: z.object({
    aheadMs: z.number(),
    moving: z.string().nullable(),
    came: z.array(z.string()).nullable(),
  }),
  desks: z.object({ operator: Desk, manager: Desk }),
});
export type Seen = z.infer<typeof All>;

/** All that the page of a playground is told when it opens. */
export async function seenAt(url: string): Promise<Seen> {
  const news = (await fetch(`${url}/news`)).body?.pipeThrough(new TextDecoderStream()).getReader();
  let told = '';
  while (!/^data: .*\n\n/m.test(told)) told += (await news?.read())?.value ?? '';
  await news?.cancel();
  return All.parse(JSON.parse(/^data: (.*)$/m.exec(told)?.[1] ?? ''));
}

/** Does something on the page, and says what came of it. */
export async function actAt(url: string, act: object): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${url}/act`, { method: 'POST', headers, body: JSON.stringify(act) })).json();
}

/** The company's time by its page. */
export const timeOf = ({ time }: Seen): Date => new Date(Date.now() + time.aheadMs);
