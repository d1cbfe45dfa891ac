import type { AskStep } from '../flow/flow.ts';
import type { Given } from '../flow/session.ts';

type Audience = AskStep['audience'];

/** Who may ever see an answer. A blocker is the operator's own until they say that it may be passed on. */
export function audienceOf(
  { address, audience }: { readonly address: string; readonly audience: Audience },
  answers: Readonly<Record<string, Given>>,
): Audience {
  const isBlocker = address === 'blocker' || address.startsWith('blocker_');
  return isBlocker && !isShared(answers) ? 'operator' : audience;
}

/** Whether the blocker, as it is worded now, may be passed on. */
export function isShared(answers: Readonly<Record<string, Given>>): boolean {
  const share = answers['blocker_share'];
  return share?.value === 'yes' && share.settled;
}
