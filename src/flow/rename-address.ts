import { own } from './fold.ts';

/** An address without its rounds: `published[0].title` is of the step `published.title`. */
export const stepPath = (address: string): string => address.replace(/\[\d+\]/g, '');

/** Renames steps in addresses, rounds kept: with `{published: 'items'}`, `published[0].title` is `items[0].title`. */
export const renamedBy =
  (names: Readonly<Record<string, string>>) =>
  (address: string): string => {
    const parts = address.split('.');
    for (let length = parts.length; length > 0; length--) {
      const to = own(names, stepPath(parts.slice(0, length).join('.')))?.split('.');
      if (to?.length !== length) continue;
      const renamed = to.map((name, index) => name + (parts[index]?.match(/\[\d+\]$/)?.[0] ?? ''));
      return [...renamed, ...parts.slice(length)].join('.');
    }
    return address;
  };
