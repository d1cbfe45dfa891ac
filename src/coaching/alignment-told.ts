import { personText } from '../flow/step-text.ts';
import type { Text } from '../flow/text.ts';
import { decisionPart } from './alignment-decision.ts';
import type { AlignmentHappened, AlignmentNews } from './alignment-happened.ts';
import { withAsked, withCompared, withoutAlignment } from './alignment-note.ts';
import { markedParts, sheetParts } from './alignment-sheet.ts';
import type { Decision } from './decision.ts';
import type { Member } from './member.ts';
import type { Part, Press } from './post.ts';
import { toSubject } from './subject.ts';

/** What one side did, as the other learns of it. */
export function alignmentTold(member: Member, news: AlignmentNews): Decision {
  const { account, side, happened } = news;
  if (happened.did === 'end') return ended(member, news);
  // Whoever answers for it no longer is told nothing more of it.
  if (side === 'manager' && !member.manages.includes(account)) return { member, parts: [] };
  return { member: side === 'manager' ? notedBy(member, account, happened) : member, parts: partsOf(news, happened) };
}

function notedBy(member: Member, account: string, happened: AlignmentHappened): Member {
  if (happened.did === 'invite') return withAsked(member, account, happened.on);
  return happened.did === 'compare' ? withCompared(member, account, happened.round) : member;
}

function partsOf({ account, name, side }: AlignmentNews, happened: Exclude<AlignmentHappened, { did: 'end' }>): Part[] {
  const press = (one: Press['name'], ...rest: readonly string[]): Press => ({
    name: one,
    subject: toSubject(account, ...rest),
    text: { key: `coach.press.${one === 'align-ask' ? `align-ask.${side}` : one}` },
  });
  const told = (key: string, values: Text['values'] = {}, ...presses: readonly Press[]): Part[] => [
    { kind: 'text', text: { key: `alignment.${side}.${key}`, values: { account: name, ...values } } },
    ...(presses.length > 0 ? [{ kind: 'presses' as const, presses: [...presses] }] : []),
  ];
  switch (happened.did) {
    case 'invite': {
      const { by, round } = happened;
      return told('invited', { by: personText(by) }, press('align'), press('align-later', String(round)));
    }
    case 'decline': {
      const { by, round } = happened;
      return told('declined', { by: personText(by) }, press('align-ask', String(round)));
    }
    case 'answer':
    case 'share': {
      const { by, next, round, did } = happened;
      const presses = { answer: [press('align')], share: [press('align-share', String(round))], wait: [] };
      return told(did === 'answer' ? 'other-answered' : 'other-shared', { by: personText(by), next }, ...presses[next]);
    }
    case 'compare':
      return sheetParts({ ...happened, account: { id: account, name }, side, decisions: [] });
    case 'mark':
      return markedParts({ ...happened, account: { id: account, name }, side, decisions: [] });
    case 'propose':
      return [
        { kind: 'text', text: { key: 'alignment.proposed', values: { account: name } } },
        decisionPart(happened.decision, { ...happened, account, side }),
      ];
    case 'agree':
      return [
        { kind: 'text', text: { key: 'alignment.agreed', values: { account: name } } },
        decisionPart(happened.decision, { ...happened, account, side }),
      ];
    case 'outrun': {
      const { decision, round } = happened;
      return [...told('outrun'), ...(decision ? [decisionPart(decision, { round, account, side })] : [])];
    }
    case 'taken':
      return told('taken', { by: happened.by === null ? { key: 'alignment.somebody' } : personText(happened.by) });
    case 'late':
      return told('late', {}, press('align'));
  }
}

/** The round ended with its manager; the operator may begin anew. */
function ended(member: Member, { account, name, side }: AlignmentNews): Decision {
  const text: Part = { kind: 'text', text: { key: `alignment.${side}.ended`, values: { account: name } } };
  if (side === 'manager') return { member: withoutAlignment(member, account), parts: [text] };
  const presses: Press[] = [{ name: 'align', subject: toSubject(account), text: { key: 'coach.press.align' } }];
  return { member, parts: [text, { kind: 'presses', presses }] };
}
