import { personText } from '../flow/step-text.ts';
import { dayText, type Text } from '../flow/text.ts';
import { personIn, textIn } from './answers-of.ts';
import type { End, Outcome } from './manager-end.ts';
import { personWords } from './manager-words.ts';

/** What the manager does about something that is stuck: it stays with the blocker and reaches whoever is stuck. */
export function unblockEnd({ coaching, member, answers, about, today }: End): Outcome {
  const how = howIn(answers);
  if (how === null) return { kind: 'kept', member, text: { key: 'manager.nothing-sent' } };
  const { text, plain } = how;
  const blocker = about.fact('blocker_text');
  return {
    kind: 'passed-on',
    member,
    confirm: { key: 'manager.unblocked', values: { how: text } },
    said: {
      text: { key: 'manager.news.unblock', values: { manager: personText(member.id), blocker, how: text } },
      short: { key: 'manager.short.unblock', values: { blocker, how: plain } },
    },
    event: 'unblocked',
    changes: [
      {
        kind: 'blocker-reply',
        id: about.fact('blocker'),
        operator: about.fact('operator'),
        text: coaching.translate(member.locale, plain),
        on: today,
      },
    ],
  };
}

/** `plain`: without a mention, for where it is kept as words. */
type How = { readonly text: Text; readonly plain: Text };

const same = (text: Text): How => ({ text, plain: text });

function howIn(answers: End['answers']): How | null {
  switch (textIn(answers, 'how') ?? '') {
    case 'done': {
      const note = textIn(answers, 'note');
      return same({ key: 'manager.how.done', values: { hasNote: note === null ? 'no' : 'yes', note: note ?? '' } });
    }
    case 'by': {
      const by = textIn(answers, 'by');
      return by === null ? null : same({ key: 'manager.how.by', values: { day: dayText(by) } });
    }
    case 'who': {
      const who = personIn(answers, 'who');
      if (who === null) return null;
      const text = { key: 'manager.how.who', values: { who: personWords(who) } };
      return 'name' in who ? same(text) : { text, plain: { key: 'manager.how.a-colleague' } };
    }
    case 'cannot': {
      const because = textIn(answers, 'because');
      return because === null ? null : same({ key: 'manager.how.cannot', values: { because } });
    }
    default:
      return null;
  }
}
