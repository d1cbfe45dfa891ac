import type { Account } from './account.ts';
import type { Held } from './canvas-press.ts';
import type { Names } from './named.ts';
import type { Accounts, Directory, Positions } from './ports.ts';
import { createPositionNames } from './position-names.ts';
import { newPosition } from './position.ts';

/** As many accounts as are ever shown at once. */
const ACCOUNTS_MOST = 20;
const NO_NAMES: Names = new Map();

type World = { readonly accounts: Accounts; readonly positions: Positions; readonly directory: Directory };

/** Reads what members run or answer for with its positions; `named`: with the names of those who are in them too. */
export function createHeld({ accounts, positions, directory }: World) {
  const namesIn = createPositionNames(directory);
  const held = async (account: Account, { named }: { readonly named: boolean }): Promise<Held> => {
    const position = (await positions.read(account.id)) ?? newPosition(account.id);
    return { account, position, names: named ? await namesIn(position) : NO_NAMES };
  };
  return {
    held,
    heldBy: async (member: string, how: { readonly named: boolean }): Promise<readonly Held[]> =>
      Promise.all((await accounts.of(member)).slice(0, ACCOUNTS_MOST).map((account) => held(account, how))),
  };
}
