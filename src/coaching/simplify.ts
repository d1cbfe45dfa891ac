import characters from 'opencc-js/dict/TSCharacters';

// `萬 万|與 与|…`: where there is a choice, the first is the common one.
const SIMPLIFIED = new Map(
  characters.split('|').flatMap((pair) => {
    const [traditional = '', simplified = ''] = pair.split(' ');
    return traditional.length === simplified.length ? [[traditional, simplified] as const] : [];
  }),
);

/** Traditional characters as simplified ones, each in its place: word lists are written once. */
export const simplify = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, (character) => SIMPLIFIED.get(character) ?? character);
