import type { Members, Receipt } from './ports.ts';

/** Receipts wait this long for others, so that many cost one round trip. */
const SETTLE_MS = 250;

type OnFailure = (error: unknown, member: string) => void;

/** Gathers receipts for a moment and takes them out of the outboxes in one go. */
export function createSettling(members: Pick<Members, 'settle'>, onFailure: OnFailure) {
  let waiting: Receipt[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) await members.settle(batch);
  };
  return {
    add(receipt: Receipt): void {
      waiting.push(receipt);
      timer ??= setTimeout(() => void flush().catch((error: unknown) => onFailure(error, receipt.member)), SETTLE_MS);
    },
    flush,
  };
}
