import type { Offer } from './nudge-rules.ts';
import type { Press } from './post.ts';
import { toSubject } from './subject.ts';

type About = {
  readonly subject: string;
  /** Which it is about, or the operator runs. */
  readonly account: string | null;
};

/** The button of an offer. Some are buttons of another part of Bearings, and those need an account. */
export function toPress(offer: Offer, { subject, account }: About): Press | null {
  const text = { key: `nudge.do.${offer.do === 'action' ? offer.action : offer.do}` };
  switch (offer.do) {
    case 'numbers':
    case 'reply':
    case 'thank':
      return account === null ? null : { name: offer.do, subject: toSubject(account), text };
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
