import type { JsonValue } from '../flow/session.ts';
import type { Input } from '../flow/turn.ts';
import type { Directory } from './ports.ts';

type Typed = Readonly<Record<string, JsonValue>>;

/** Nobody's name: the question asks again for someone who can answer. */
const NOBODY = { name: '' };

/** The input without people who can't be asked anything: a bot, somebody who left. */
export async function withPeople(directory: Directory, input: Input): Promise<Input> {
  switch (input.kind) {
    case 'text':
      return input.people === undefined ? input : { ...input, people: await present(directory, input.people) };
    case 'value':
      return { ...input, value: await withPerson(directory, input.value) };
    case 'form':
      return { ...input, values: await withPeopleIn(directory, input.values) };
    case 'command':
    case 'timeout':
      return input;
  }
}

/** The same for the fields of a form. */
export async function withPeopleIn(directory: Directory, typed: Typed): Promise<Typed> {
  const fields = Object.entries(typed).map(
    async ([address, value]) => [address, await withPerson(directory, value)] as const,
  );
  return Object.fromEntries(await Promise.all(fields));
}

async function withPerson(directory: Directory, value: JsonValue): Promise<JsonValue> {
  if (typeof value !== 'object' || value === null || !('member' in value)) return value;
  const { member } = value;
  return typeof member === 'string' && !(await isPresent(directory, member)) ? NOBODY : value;
}

async function present(directory: Directory, people: readonly string[]): Promise<string[]> {
  const here = await Promise.all(people.map((member) => isPresent(directory, member)));
  return people.filter((_, at) => here[at]);
}

/** Whom the workspace tells us nothing about just now is taken for a person: an answer is not lost over that. */
const isPresent = (directory: Directory, member: string): Promise<boolean> =>
  directory.profile(member).then(
    ({ kind }) => kind === 'person' || kind === 'guest',
    () => true,
  );
