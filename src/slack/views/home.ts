import type { HomeView, KnownBlock } from '@slack/types';

import type { Home } from '../../coaching/home.ts';
import type { Blocker } from '../../coaching/member.ts';
import type { Text } from '../../flow/text.ts';
import { LIMITS } from '../limits.ts';
import { context, header, section } from './block.ts';
import { cardBody } from './card.ts';
import { pressBlocks } from './post.ts';
import type { Say } from './say.ts';
import { suggestionBlocks } from './suggestions.ts';

/** The Home tab: today, what to do, the week, what is stuck, the accounts one answers for. */
export function homeView(home: Home, say: Say): HomeView {
  const blocks = [
    ...section(say.words(home.greeting)),
    ...todayBlocks(home, say),
    ...(hasOwnDay(home) ? operatorBlocks(home, say) : []),
    ...managedBlocks(home.managed, say),
    ...(hasOwnDay(home) ? [] : positionBlocks(home.positions, say)),
    ...pressBlocks(home.settings, say),
    ...setUpBlocks(home.setUp, say),
    ...undeliveredBlocks(home.undelivered, say),
    { type: 'divider' } satisfies KnownBlock,
    ...context([say.words(home.privacy)]),
  ];
  const most = LIMITS.viewBlocks;
  return { type: 'home', blocks: blocks.length > most ? [...blocks.slice(0, most - 2), ...blocks.slice(-2)] : blocks };
}

/** Whoever has an account to look after and nothing of their own is shown no empty week: it would only be in the way. */
const hasOwnDay = ({ managed, week, today, picked, suggestions, blockers }: Home): boolean =>
  today !== null &&
  (managed.length === 0 ||
    today.card !== null ||
    picked !== null ||
    week.length + suggestions.length + blockers.length > 0);

const todayBlocks = ({ today }: Home, say: Say): KnownBlock[] =>
  today === null
    ? []
    : [
        ...heading('home.heading-today', say),
        ...section(say.words(today.status)),
        ...(today.card ? cardBody(today.card, say) : []),
        ...pressBlocks(today.presses, say),
      ];

/** For an admin: what is set up, and what to do next. */
const setUpBlocks = (setUp: Home['setUp'], say: Say): KnownBlock[] =>
  setUp === null
    ? []
    : [
        ...heading('home.heading-set-up', say),
        ...section(setUp.lines.map((line) => say.words(line)).join('\n')),
        ...pressBlocks(setUp.presses, say),
      ];

const operatorBlocks = (
  { picked, suggestions, positions, week, weekPresses, blockers }: Home,
  say: Say,
): KnownBlock[] => [
  ...heading('home.heading-suggestions', say),
  ...(picked ? [...section(say.words(picked.text)), ...pressBlocks(picked.presses, say)] : []),
  ...(suggestions.length > 0 ? suggestionBlocks(suggestions, say) : []),
  ...(picked || suggestions.length > 0 ? [] : empty('home.suggestions-empty', say)),
  ...positionBlocks(positions, say),
  ...heading('home.heading-week', say),
  ...listed(
    week.map(({ date, text }) => say.words({ key: 'home.day', values: { day: say.day(date), text } })),
    'home.week-empty',
    say,
  ),
  ...pressBlocks(weekPresses, say),
  ...heading('home.heading-blockers', say),
  ...listed(
    blockers.map((blocker) => blockerLine(blocker, say)),
    'home.blockers-empty',
    say,
  ),
];

const managedBlocks = (managed: readonly Text[], say: Say): KnownBlock[] =>
  managed.length === 0
    ? []
    : [...heading('home.heading-managed', say), ...section(managed.map((account) => say.words(account)).join('\n'))];

/** Each account's position in two lines, with what to do next. */
const positionBlocks = (positions: Home['positions'], say: Say): KnownBlock[] =>
  positions.length === 0
    ? []
    : [
        ...heading('home.heading-position', say),
        ...positions.flatMap(({ heading: title, lines, presses }) => [
          ...section([title, ...lines].map((line) => say.words(line)).join('\n')),
          ...pressBlocks(presses, say),
        ]),
      ];

/** For an admin; the section is there also when it has only good news. */
const undeliveredBlocks = (lines: Home['undelivered'], say: Say): KnownBlock[] =>
  lines === null
    ? []
    : [
        ...heading('home.heading-undelivered', say),
        ...listed(
          lines.map((line) => say.words(line)),
          'undelivered.none',
          say,
        ),
      ];

const heading = (key: string, say: Say): KnownBlock[] => header(say.words({ key }));
const empty = (key: string, say: Say): KnownBlock[] => context([say.words({ key })]);

const listed = (lines: readonly string[], none: string, say: Say): KnownBlock[] =>
  lines.length > 0 ? section(lines.join('\n')) : empty(none, say);

function blockerLine({ text, openedOn, shared }: Blocker, say: Say): string {
  return say.words({ key: 'home.blocker', values: { text, day: say.day(openedOn), shared: shared ? 'yes' : 'no' } });
}
