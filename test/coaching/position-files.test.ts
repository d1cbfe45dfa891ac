import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canvasOf } from '../../src/coaching/canvas.ts';
import { filesOf } from '../../src/coaching/filed.ts';
import { withNames } from '../../src/coaching/named.ts';
import { toCsv } from '../../src/coaching/position-csv.ts';
import { positionDocument } from '../../src/coaching/position-document.ts';
import { createPositionFile } from '../../src/coaching/position-file.ts';
import { toMarkdown } from '../../src/coaching/position-markdown.ts';
import { topicsTable, versionsTable, type Table } from '../../src/coaching/position-tables.ts';
import { newPosition, type Position } from '../../src/coaching/position.ts';
import { personText } from '../../src/flow/step-text.ts';
import { literal, type Text } from '../../src/flow/text.ts';
import { createMemoryState } from '../../src/memory/state.ts';
import { EXERCISES, positionOf, versionOf, world } from '../support/positions.ts';
import { accountOf, coaching, MANAGER, memberOf, OPERATOR, sayIn } from '../support/weeks.ts';

const BOM = '\uFEFF';
const one = (words: string): Table => ({ header: [literal('Words')], rows: [[literal(words)]] });
const cellOf = (csv: string): string => parse(csv, { bom: true })[1]?.[0] ?? '';

describe('a table', () => {
  it('is UTF-8 that a spreadsheet knows for such, with lines as it expects them', () => {
    expect(toCsv(one('读者'), sayIn('zh-CN'))).toBe(`${BOM}Words\r\n读者\r\n`);
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠A1',
    '=HYPERLINK("http://x","y")',
  ])('makes no formula of %j', (words) => {
    expect(cellOf(toCsv(one(words), sayIn('en')))).toMatch(/^'/);
  });

  it('gives back whatever a person wrote, with at most a mark before it', () => {
    const hostile = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a,"b"\n\r\n;c', '""', ','));
    fc.assert(
      fc.property(hostile, (words) => {
        const csv = toCsv(
          { header: [literal('Words'), literal('Next')], rows: [[literal(words), literal('end')]] },
          sayIn('en'),
        );
        const rows: string[][] = parse(csv, { bom: true });
        expect(rows).toHaveLength(2);
        expect([rows[1]?.[0], `'${words}`].includes(rows[1]?.[0] ?? '')).toBe(true);
        expect(rows[1]?.[0]?.replace(/^'/, '')).toBe(words.replace(/^'/, ''));
        expect(rows[1]?.[1]).toBe('end');
      }),
    );
  });

  it('has a row for every answer of every version, with who and when', () => {
    const versions = [
      versionOf('v1', { what: 'repairs', why: 'calls' }, { sharedOn: '2026-11-03' }),
      versionOf('v2', { what: 'cases', why: 'calls' }, { on: '2026-11-16' }),
    ];
    const table = versionsTable({ position: positionOf({ purpose: versions }), sees: 'all', world }, EXERCISES);
    const dates = ['2026-11-02', '2026-11-02', '2026-11-16', '2026-11-16'];
    expect(table.rows.map(([, on]) => on)).toEqual(dates.map(literal));
    expect(table.rows.map((row) => row.length)).toEqual(table.rows.map(() => table.header.length));
  });

  it('has the pillar and the source of a topic, and when it was used', () => {
    const topic = {
      id: 't',
      text: 'A missing page',
      pillar: 'Cases',
      source: 'check-in',
      on: '2026-11-02',
      by: OPERATOR,
    } as const;
    const csv = toCsv(topicsTable([{ ...topic, usedOn: '2026-11-20' }]), sayIn('en'));
    expect(csv).toContain('A missing page,Cases,Check-in,2026-11-02,<@U1>,2026-11-20');
  });
});

const said = (text: Text, escape: (words: string) => string): string => coaching.translate('en', text, escape);

describe('a document', () => {
  const position = positionOf({
    purpose: [versionOf('v1', { what: '# no *heading*\n- nor [link](http://x) <b>', why: '- no item' })],
  });
  const canvas = canvasOf(position, accountOf(), { sees: 'all', today: '2026-11-23', world }, EXERCISES);
  const written = toMarkdown(positionDocument(canvas, { position, world: coaching.world }, EXERCISES), said);

  it('has a heading for each element, and its words as a list', () => {
    expect(written).toMatch(/^# Position: Fewer Breakdowns\n\n1 of 7 worked out · November 23\n\n## Purpose\n\n- /);
    expect(written.match(/^## /gm)).toHaveLength(8);
    expect(written).toContain('## First reader\n\nnot done yet, about 6 minutes\n');
  });

  it('leaves what a person wrote as words', () => {
    expect(written).toContain('- \\# no \\*heading\\* - nor \\[link\\](http://x) \\<b\\>\n- \\- no item\n');
  });
});

const nameOf = (name: string): string | undefined => {
  const position = positionOf({ purpose: [versionOf('v1', { what: 'x' })] });
  const canvas = canvasOf(position, accountOf({ name }), { sees: 'all', today: '2026-11-23', world }, EXERCISES);
  return filesOf(canvas, position, sayIn('en'))[0]?.name;
};

describe('a file name', () => {
  it.each([
    ['少坏一次', '少坏一次-position-2026-11-23.md'],
    ['../../etc/passwd', 'etc-passwd-position-2026-11-23.md'],
    ['a<b>|c:d*"?', 'a-b-c-d-position-2026-11-23.md'],
    ['\u202Egpj.exe', 'gpj-exe-position-2026-11-23.md'],
    ['🎉\ud800', '🎉-position-2026-11-23.md'],
    ['...', 'account-position-2026-11-23.md'],
  ])('of the account %j is %s', (name, file) => {
    expect(nameOf(name)).toBe(file);
  });

  it('is in the words of whoever gets it', () => {
    const position = positionOf({ purpose: [versionOf('v1', { what: 'x' })] });
    const canvas = canvasOf(position, accountOf(), { sees: 'all', today: '2026-11-23', world }, EXERCISES);
    expect(filesOf(canvas, position, sayIn('zh-CN')).map(({ name }) => name)).toEqual([
      'Fewer-Breakdowns-定位-2026-11-23.md',
      'Fewer-Breakdowns-定位-2026-11-23.csv',
      'Fewer-Breakdowns-历次版本-2026-11-23.csv',
    ]);
  });

  it('is short', () => {
    expect(Array.from(nameOf('名'.repeat(500)) ?? '').length).toBeLessThan(70);
  });
});

const asked = { name: 'x.md', title: literal('x'), of: 'everything', account: 'T1:a' } as const;
const write = async (position: Position, known: Parameters<typeof accountOf>[0] = {}) => {
  const stores = createMemoryState();
  await stores.accounts.update('T1:a', () => [accountOf(known), null]);
  await stores.positions.update('T1:a', () => [position, null]);
  return createPositionFile({
    ...stores,
    coaching,
    directory: { profile: async (id) => ({ name: `name of ${id}`, locale: 'en', zone: 'UTC', kind: 'person' }) },
    now: () => new Date('2026-11-23T08:00:00Z'),
  });
};

describe('a file', () => {
  it('is for those who run the account or answer for it, and for nobody else', async () => {
    const file = await write(newPosition('T1:a'));
    expect(await file(asked, memberOf('T1:U9'))).toBeNull();
    expect(await file(asked, memberOf(MANAGER))).not.toBeNull();
    expect(await file({ ...asked, account: 'T2:a' }, memberOf(OPERATOR))).toBeNull();
  });

  it('has no topic in it for whoever answers for the account', async () => {
    const topic = {
      id: 't',
      text: 'ours',
      pillar: null,
      source: 'audience',
      on: '2026-11-02',
      by: OPERATOR,
      usedOn: null,
    } as const;
    const file = await write({ ...newPosition('T1:a'), topics: [topic] });
    const read = async (member: string, of: 'topics' | 'everything'): Promise<string> =>
      new TextDecoder().decode((await file({ ...asked, of }, memberOf(member))) ?? new Uint8Array());
    expect(await read(MANAGER, 'topics')).not.toContain('ours');
    expect(await read(MANAGER, 'everything')).not.toContain('ours');
    expect(await read(OPERATOR, 'topics')).toContain(`ours,,First reader,2026-11-02,name of ${OPERATOR},`);
  });
});

it('names people where nobody can be mentioned, at any depth', () => {
  const text: Text = { key: 'position.dotted', values: { one: personText(OPERATOR), other: literal('x') } };
  const names = new Map([['U1', 'Lin']]);
  expect(sayIn('en')(withNames(text, names))).toBe('Lin · x');
  expect(sayIn('en')(withNames({ key: 'literal', values: { text: [personText(OPERATOR), 'y'] } }, names))).toBe(
    'Lin, y',
  );
});
