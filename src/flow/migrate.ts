import type { Flow, Migration } from './flow.ts';
import { own } from './fold.ts';
import { renamedBy, stepPath } from './rename-address.ts';
import type { Given, JsonValue, Session } from './session.ts';
import type { Input, World } from './turn.ts';

export type Migrated = { readonly session: Session; readonly changed: boolean };

/**
 * Carries a session over to the flow as it is now. Nothing is dropped: an answer whose question is gone stays in
 * `answers`, off the path, and one that no longer fits is asked again by the walk. A session of a newer version (a
 * deploy was rolled back) is walked as it is.
 */
export function migrate(world: World, session: Session): Migrated {
  const flow = world.flows.get(session.flow);
  if (!flow || session.version === flow.version) return { session, changed: false };
  return { session: { ...dueFor(flow, session).reduce(apply, session), version: flow.version }, changed: true };
}

/** An input from a message of the older version names its question and options as they were then. */
export function migrateInput(world: World, before: Session, input: Input): Input {
  const flow = world.flows.get(before.flow);
  return flow ? dueFor(flow, before).reduce(applyToInput, input) : input;
}

const dueFor = (flow: Flow, { version }: Session): readonly Migration[] =>
  flow.migrations.filter(({ from }) => from >= version && from < flow.version).toSorted((a, b) => a.from - b.from);

function apply(session: Session, migration: Migration): Session {
  const rename = renamedBy(migration.rename);
  return {
    ...session,
    answers: carry(session.answers, migration, carryGiven),
    draft: carry(session.draft, migration, carryValue),
    at: session.at === null ? null : rename(session.at),
    said: session.said.map(rename),
  };
}

function applyToInput(input: Input, migration: Migration): Input {
  const rename = renamedBy(migration.rename);
  switch (input.kind) {
    case 'value': {
      const [[address, value] = [input.address, input.value]] = Object.entries(
        carry({ [input.address]: input.value }, migration, carryValue),
      );
      return { ...input, address, value };
    }
    case 'form':
      return { ...input, values: carry(input.values, migration, carryValue) };
    case 'command':
      return input.address === undefined ? input : { ...input, address: rename(input.address) };
    case 'text':
    case 'timeout':
      return input;
  }
}

type OptionNames = Readonly<Record<string, string>>;

const carryGiven = ({ value, ...given }: Given, names: OptionNames): Given => ({
  ...given,
  value: Array.isArray(value)
    ? value.map((id) => own(names, id) ?? id)
    : typeof value === 'string'
      ? (own(names, value) ?? value)
      : value,
});

const carryValue = (typed: JsonValue, names: OptionNames): JsonValue =>
  Array.isArray(typed) ? typed.map((id) => renamedOption(id, names) ?? id) : (renamedOption(typed, names) ?? typed);

const renamedOption = (value: JsonValue, options: OptionNames): string | undefined =>
  typeof value === 'string' ? own(options, value) : undefined;

function carry<T>(
  record: Readonly<Record<string, T>>,
  { rename: names, options }: Migration,
  change: (item: T, names: OptionNames) => T,
): Record<string, T> {
  const rename = renamedBy(names);
  const sources = new Map(
    Object.keys(record).flatMap((address): [string, string][] =>
      rename(address) === address ? [] : [[rename(address), address]],
    ),
  );
  const carried = Object.entries(record).map(([address, item]): [string, T] => {
    const moved = rename(address);
    const map = own(options, stepPath(address)) ?? own(options, stepPath(moved));
    // What stood at the new address changes places with what comes there, so that neither is lost.
    const target = moved === address ? (sources.get(address) ?? address) : moved;
    return [target, map ? change(item, map) : item];
  });
  return Object.fromEntries(carried);
}
