import type { App, ReceiverEvent } from '@slack/bolt';

/**
 * Makes the app ack what it has kept, and only that.
 *
 * Bolt acks an event before its listeners run: a crash between the two, and the person's words are gone, for Slack
 * believes that we have them. `processBeforeResponse` would turn this round over HTTP but not over a socket, and would
 * hold back the answers of interactions until everything after them is done. So events are acked here, once their
 * listeners are done; when one fails, not at all, and Slack delivers again. Interactions are acked by their listeners.
 * One that failed before its ack is acked too, for the person was told in words; only a form stays open, with what was
 * typed in it.
 */
export function ackKept(app: App): { idle(): Promise<void> } {
  const process = app.processEvent.bind(app);
  const going = new Set<Promise<void>>();
  app.processEvent = (event) => {
    const work = isEvent(event) ? eventFirst(process, event) : interaction(process, event);
    const quiet = work.catch(() => {});
    going.add(quiet);
    void quiet.finally(() => going.delete(quiet));
    return work;
  };
  return {
    async idle() {
      while (going.size > 0) await Promise.all(going);
    },
  };
}

type Process = (event: ReceiverEvent) => Promise<void>;

const isEvent = ({ body }: ReceiverEvent): boolean => body['event'] !== undefined;

async function eventFirst(process: Process, event: ReceiverEvent): Promise<void> {
  await process({ ...event, ack: async () => {} });
  await event.ack();
}

async function interaction(process: Process, event: ReceiverEvent): Promise<void> {
  let isAcked = false;
  const ack: ReceiverEvent['ack'] = async (response) => {
    isAcked = true;
    await event.ack(response);
  };
  try {
    await process({ ...event, ack });
    if (!isAcked) await ack();
  } catch (error) {
    if (isAcked || event.body['type'] === 'view_submission') throw error;
    await ack();
  }
}
