import { createInterface } from 'node:readline/promises';
import { parseArgs, styleText } from 'node:util';

import { localDate } from './calendar/local-date.ts';
import { coachingOf } from './coaching-of.ts';
import { createCoach } from './coaching/create-coach.ts';
import { ONBOARDING } from './coaching/flow-ids.ts';
import type { Member } from './coaching/member.ts';
import { newMember } from './coaching/new-member.ts';
import type { Messenger } from './coaching/ports.ts';
import { ContentError, readContent } from './content.ts';
import { createMemoryClockwork } from './memory/clockwork.ts';
import { createMemoryState } from './memory/state.ts';
import { plainLines } from './plain-post.ts';

const USAGE = 'npm run talk -- <flow> [--locale <tag>]';
const ME = 'T0:U0';
const BOLD = /(?<![\p{L}\p{N}*])\*([^*\n]+)\*(?![\p{L}\p{N}*])/gu;
/** Nobody else is here, so whoever is named with @ is taken for somebody. */
const NAMED = /@([\p{L}\p{N}_-]+)/gu;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { locale: { type: 'string', default: 'en' } },
});
const coaching = coachingOf(
  await readContent(new URL('../', import.meta.url)).catch((error: unknown) => {
    if (!(error instanceof ContentError)) throw error;
    return leave(error.message);
  }),
);
const flow = positionals[0] ?? '';
const spoken = coaching.languages.find((tag) => tag === values['locale']) ?? '';
if (spoken === '' || !coaching.beginnable.has(flow)) {
  leave(`${USAGE}\nflows: ${[...coaching.beginnable].join(', ')}\nlocales: ${coaching.languages.join(', ')}`);
}

function leave(why: string): never {
  console.error(why);
  process.exit(1);
}

const stores = createMemoryState();
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const me: Member = { ...newMember(ME, { name: '', locale: spoken, zone, kind: 'person' }), inbox: 'terminal' };
const told = flow === ONBOARDING ? me : { ...me, welcomedOn: localDate(new Date(), zone) };
await stores.members.update(ME, () => ({ member: told, result: null }));

let count = 0;
const cause = () => ({ id: `line-${++count}`, at: new Date() });
const messenger: Messenger = {
  deliver: async (member, post) => {
    console.log(
      plainLines(coaching.translate, member.locale, post.parts)
        .map((line) => `  ${line.replaceAll(BOLD, (_, words: string) => styleText('bold', words))}`)
        .join('\n'),
    );
    return { member: member.id, post: post.id, inbox: 'terminal', ts: post.id, asks: true };
  },
  collapse: async () => {},
};
const coach = createCoach({
  ...createMemoryClockwork(),
  coaching,
  ...stores,
  messenger,
  directory: { profile: async () => ({ name: '', locale: spoken, zone, kind: 'person' }) },
  onFailure: (error) => console.error(error),
});

await coach.press(ME, { name: 'begin', subject: flow }, cause());
await coach.idle();
const terminal = createInterface({ input: process.stdin, output: process.stdout });
terminal.setPrompt('> ');
terminal.prompt();
for await (const line of terminal) {
  const people = [...line.matchAll(NAMED)].map(([, name]) => `T0:${name}`);
  await coach.hear(ME, { kind: 'text', text: line, people }, cause());
  await coach.idle();
  const member = await stores.members.read(ME);
  if (!member?.session) break;
  terminal.prompt();
}
terminal.close();
if ((await stores.members.read(ME))?.session) console.log(`\n${coaching.translate(spoken, { key: 'talk.bye' })}`);
