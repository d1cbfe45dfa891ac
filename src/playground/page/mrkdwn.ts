export type Span =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly text: string }
  | { readonly kind: 'mention'; readonly user: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly spans: readonly Span[] };

export type Part =
  | { readonly kind: 'pre'; readonly text: string }
  | { readonly kind: 'quote' | 'lines'; readonly lines: readonly (readonly Span[])[] };

/** Slack's markup as data. As in Slack, a mark that touches a letter is no mark: `a*b*` stays as it is. */
export function readMrkdwn(text: string): readonly Part[] {
  return text.split(/```\n?([\s\S]*?)\n?```/).flatMap((piece, at): readonly Part[] => {
    if (at % 2 === 1) return [{ kind: 'pre', text: decoded(piece) }];
    return piece.trim() === '' ? [] : readLines(piece.replace(/^\n|\n$/g, ''));
  });
}

function readLines(piece: string): readonly Part[] {
  const parts: { kind: 'quote' | 'lines'; lines: (readonly Span[])[] }[] = [];
  for (const line of piece.split('\n')) {
    const quoted = /^(?:&gt;|>) ?/.exec(line)?.[0];
    const kind = quoted === undefined ? 'lines' : 'quote';
    const last = parts.at(-1);
    const spans = readSpans(line.slice(quoted?.length ?? 0));
    if (last?.kind === kind) last.lines.push(spans);
    else parts.push({ kind, lines: [spans] });
  }
  return parts;
}

// The longest run of marked words is bounded, or a line of loose marks would cost the square of its length.
const MARK = /`([^`]+)`|<([^<>]+)>|(?<![\p{L}\p{N}*_~])([*_~])(?=\S)(.{0,500}?\S)\3(?![\p{L}\p{N}])/gu;
const KINDS = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const DEEPEST = 4;

function readSpans(line: string, depth = 0): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const found of depth > DEEPEST ? [] : line.matchAll(MARK)) {
    const [whole, code, angle, mark, inner = ''] = found;
    spans.push(...wordsIn(line.slice(at, found.index)), toSpan({ code, angle, mark, inner }, depth));
    at = found.index + whole.length;
  }
  return [...spans, ...wordsIn(line.slice(at))];
}

const wordsIn = (text: string): readonly Span[] => (text === '' ? [] : [{ kind: 'text', text: plainWords(text) }]);

type Found = { code: string | undefined; angle: string | undefined; mark: string | undefined; inner: string };

function toSpan({ code, angle, mark, inner }: Found, depth: number): Span {
  if (code !== undefined) return { kind: 'code', text: decoded(code) };
  if (angle !== undefined) return readAngle(angle);
  return {
    kind: mark === '*' || mark === '_' || mark === '~' ? KINDS[mark] : 'bold',
    spans: readSpans(inner, depth + 1),
  };
}

function readAngle(angle: string): Span {
  const [target = '', label] = angle.split('|');
  if (target.startsWith('@')) return { kind: 'mention', user: target.slice(1) };
  if (target.startsWith('!')) return { kind: 'text', text: label ?? `@${target.slice(1).split('^')[0]}` };
  // Only these are ever made into a link: `javascript:` and the like stay words.
  if (/^(https?:\/\/|mailto:)/.test(target))
    return { kind: 'link', url: decoded(target), text: decoded(label ?? target) };
  return { kind: 'text', text: decoded(label ?? target) };
}

const decoded = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const EMOJI: Readonly<Record<string, string>> = {
  wave: '👋',
  seedling: '🌱',
  white_check_mark: '✅',
  heavy_check_mark: '✔️',
  bulb: '💡',
  lock: '🔒',
  eyes: '👀',
  tada: '🎉',
  pencil: '📝',
  memo: '📝',
  calendar: '📅',
  clock3: '🕒',
  compass: '🧭',
  construction: '🚧',
  rocket: '🚀',
  sunny: '☀️',
  crescent_moon: '🌙',
  coffee: '☕',
  warning: '⚠️',
  speech_balloon: '💬',
  point_right: '👉',
  sparkles: '✨',
};

/** Words where there is no markup: Slack keeps the three characters escaped there too, and shows them as they are. */
export const plainWords = (text: string): string => withEmoji(decoded(text));

const withEmoji = (text: string): string => text.replace(/:([a-z0-9_+-]+):/g, (name, id: string) => EMOJI[id] ?? name);
