import { evaluate } from '../flow/expression.ts';
import { offerName, type Offer } from './nudge-rules.ts';
import { scopeOf, type Facts } from './nudge-words.ts';
import type { Press } from './post.ts';
import { toSubject } from './subject.ts';

type About = {
  readonly facts: Facts;
  readonly subject: string;
  /** Which it is about, or the operator runs. */
  readonly account: string | null;
};

/** The button of an offer. Some are buttons of another part of Bearings, and those need an account. */
export function toPress(offer: Offer, { facts, subject, account }: About): Press | null {
  const text = { key: `nudge.do.${offerName(offer)}` };
  switch (offer.do) {
    case 'numbers':
    case 'reply':
    case 'thank':
      return account === null ? null : { name: offer.do, subject: toSubject(account), text };
    case 'exercise':
    case 'confirm': {
      const element = evaluate(offer.element, scopeOf(facts));
      if (account === null || typeof element !== 'string') return null;
      const name = offer.do === 'exercise' ? 'exercise' : 'confirm-element';
      return { name, subject: toSubject(account, element), text };
    }
    case 'align':
      return account === null ? null : { name: 'align', subject: toSubject(account), text };
    case 'action':
    case 'light':
    case 'time':
    case 'back':
    case 'share':
    case 'draft':
    case 'talked':
      return { name: 'nudge-do', subject, text };
  }
}
