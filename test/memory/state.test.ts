import { createMemoryState } from '../../src/memory/state.ts';
import { describeAccounts } from '../contract/accounts.ts';
import { describeHistory } from '../contract/history.ts';
import { describeMembers } from '../contract/members.ts';
import { describePositions } from '../contract/positions.ts';
import type { Opened } from '../contract/stores.ts';
import { describeWorkspaces } from '../contract/workspaces.ts';

const open = async (): Promise<Opened> => {
  const stores = createMemoryState();
  return { here: stores, there: stores };
};

describeMembers('memory', open);
describeHistory('memory', open);
describeAccounts('memory', open);
describePositions('memory', open);
describeWorkspaces('memory', open);
