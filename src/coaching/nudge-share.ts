import { dayText } from '../flow/text.ts';
import { sharedOnes } from './blockers.ts';
import type { Consequence } from './consequence.ts';
import type { Decision } from './decision.ts';
import type { Blocker, Member } from './member.ts';
import type { Found } from './nudge-subject.ts';
import { nudgeSubject } from './nudge-subject.ts';
import { toSubject } from './subject.ts';

type Asked = { readonly found: Found; readonly place: string };

/** Shows word for word what the manager would read. Nothing goes to them without the yes to this. */
export function shareAsked(member: Member, { text, openedOn, shared }: Blocker, { found, place }: Asked): Decision {
  if (shared) return { member, parts: [{ kind: 'text', text: { key: 'nudge.answer.shared-already' } }] };
  const subject = toSubject(nudgeSubject(found.rule, found.ids), place, 'yes');
  const values = { blocker: text, since: dayText(openedOn) };
  return {
    member,
    parts: [
      { kind: 'text', text: { key: 'nudge.answer.share-asked', values } },
      { kind: 'presses', presses: [{ name: 'nudge-do', subject, text: { key: 'nudge.press.share-yes' }, main: true }] },
    ],
  };
}

/** Said yes: the manager may know of it from now on, as it is worded. */
export function shared(member: Member, blocker: Blocker): Decision {
  const blockers = member.blockers.map((one) => (one.id === blocker.id ? { ...one, shared: true } : one));
  const after = { ...member, blockers };
  return {
    member: after,
    parts: [{ kind: 'text', text: { key: 'nudge.answer.shared', values: { blocker: blocker.text } } }],
    then: passedOn(after),
  };
}

const passedOn = ({ id, account, blockers }: Member): Consequence[] =>
  account === null
    ? []
    : [{ kind: 'change', account, change: { kind: 'blockers', operator: id, blockers: sharedOnes(blockers, id) } }];
