const TOKEN = /[A-Z][A-Z0-9]{8,}|\d{10}\.\d{6}/g;

/**
 * The emulator makes new ids and times at each start; the bot has kept those of the day before.
 * Both are unmistakable tokens, so they are exchanged in whatever passes between the two.
 */
export type Ids = {
  bind(ours: string, theirs: string): void;
  toOurs(text: string): string;
  toTheirs(text: string): string;
};

export function createIds(): Ids {
  const ours = new Map<string, string>();
  const theirs = new Map<string, string>();
  return {
    bind(our, their) {
      ours.set(their, our);
      theirs.set(our, their);
    },
    toOurs: (text) => text.replace(TOKEN, (token) => ours.get(token) ?? token),
    toTheirs: (text) => text.replace(TOKEN, (token) => theirs.get(token) ?? token),
  };
}
