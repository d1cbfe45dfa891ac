import type { Coaching } from './coaching/decision.ts';
import { FALLBACK } from './coaching/languages.ts';
import { calendarFor } from './coaching/member-calendar.ts';
import { playbookFacts } from './coaching/playbook-facts.ts';
import { suggest } from './coaching/playbook.ts';
import { createReview } from './coaching/red-flags.ts';
import type { Content } from './content.ts';
import { createTranslate } from './translate.ts';
import { commandWords, unsureWords, wishWords, wordingsOf } from './words.ts';

/** What was read from disk, made into what the rules of a conversation work with. */
export function coachingOf({ flows, catalogs, playbook, nudges, redFlags }: Content): Coaching {
  const translate = createTranslate(catalogs);
  const languages = Object.keys(catalogs).sort();
  const steps = [...flows.values()].flatMap((flow) => flow.steps);
  const parts = new Set(steps.flatMap((step) => (step.kind === 'sub' ? [step.flow] : [])));
  return {
    world: {
      flows,
      review: createReview(redFlags, new Set(Object.keys(catalogs[FALLBACK]))),
      wordings: wordingsOf(translate, languages),
      commands: commandWords(catalogs),
      unsure: unsureWords(catalogs),
    },
    translate,
    languages,
    suggest: (member, today) =>
      suggest(playbook, playbookFacts(member, today), member.actions, { today, calendar: calendarFor(member) }),
    nudges,
    beginnable: new Set([...flows.keys()].filter((id) => !parts.has(id))),
    actions: new Set(playbook.actions.map(({ id }) => id)),
    wishes: wishWords(catalogs),
  };
}
