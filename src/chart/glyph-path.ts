type Point = { readonly x: number; readonly y: number; readonly on: boolean };

/** An entry of the `glyf` table as the `d` of an SVG path. A space has no entry and no path. */
export function glyphPath(data: Buffer): string {
  if (data.length === 0) return '';
  const contours = data.readInt16BE(0);
  if (contours < 0) throw new Error('the font has glyphs made of glyphs, which are not read here');
  const ends = Array.from({ length: contours }, (_, i) => data.readUInt16BE(10 + 2 * i));
  const points = readPoints(data, 10 + 2 * contours, (ends.at(-1) ?? -1) + 1);
  return ends.map((end, i) => contourPath(points.slice((ends[i - 1] ?? -1) + 1, end + 1))).join('');
}

const ON = 1;
const REPEATED = 8;
const X = { short: 2, same: 16 } as const;
const Y = { short: 4, same: 32 } as const;

function readPoints(data: Buffer, start: number, count: number): Point[] {
  let at = start + 2 + data.readUInt16BE(start);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = data.readUInt8(at++);
    const times = flag & REPEATED ? data.readUInt8(at++) + 1 : 1;
    for (let i = 0; i < times; i++) flags.push(flag);
  }
  const coordinates = (bits: typeof X | typeof Y): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & bits.short) value += data.readUInt8(at++) * (flag & bits.same ? 1 : -1);
      else if (!(flag & bits.same)) {
        value += data.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(X);
  const ys = coordinates(Y);
  return flags.map((flag, i) => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, on: (flag & ON) > 0 }));
}

/** Between two points off the curve lies one on it that the font leaves out. */
function contourPath(points: readonly Point[]): string {
  const all = points.flatMap((point, i) => {
    const next = points[(i + 1) % points.length] ?? point;
    return point.on || next.on ? [point] : [point, { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, on: true }];
  });
  const first = all.findIndex(({ on }) => on);
  const turned = [...all.slice(first), ...all.slice(0, first + 1)];
  return `${turned.map((point, i) => step(point, i === 0, turned[i - 1]?.on ?? true)).join('')}Z`;
}

/** A point off the curve waits for its end, which is the next point. */
const step = ({ x, y, on }: Point, isFirst: boolean, afterOn: boolean): string => {
  if (isFirst) return `M${x} ${y}`;
  if (!on) return `Q${x} ${y} `;
  return afterOn ? `L${x} ${y}` : `${x} ${y}`;
};
