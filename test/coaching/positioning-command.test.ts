import { describe, expect, it } from 'vitest';

import { Account } from '../../src/coaching/account.ts';
import { EXERCISES } from '../../src/coaching/exercises.ts';
import type { Position, Version } from '../../src/coaching/position.ts';
import type { Part } from '../../src/coaching/post.ts';
import { createManaged } from '../support/managing.ts';
import { positionOf, versionOf } from '../support/positions.ts';
import { linesIn, MANAGER, OPERATOR, pressesIn } from '../support/weeks.ts';

const NOW = new Date('2026-11-23T08:30:00Z');
const purpose = (id: string, known: Partial<Version> = {}, promise = 'one job a week'): Version =>
  versionOf(id, { promise }, known);

async function meet(position: Position | null = null, known: Parameters<typeof createManaged>[0] = {}) {
  const stage = await createManaged(known);
  if (position) await stage.positions.update('T1:a', () => [position, null]);
  let count = 0;
  const ask = async (id: string, words: string): Promise<{ parts: readonly Part[]; text: string }> => {
    const { parts, locale } = await stage.coach.positioning(id, words, { id: `p${(count += 1)}`, at: NOW });
    await stage.coach.idle();
    return { parts, text: linesIn(locale, parts).join('\n') };
  };
  return { ...stage, ask };
}

const namesIn = (parts: readonly Part[]): string[] => pressesIn(parts).map(({ name, subject }) => `${name} ${subject}`);
const kindsTo = ({ heard }: Awaited<ReturnType<typeof meet>>, id: string): string[] =>
  heard.filter(({ member }) => member === id).flatMap(({ post }) => post.parts.map(({ kind }) => kind));

describe('/positioning alone', () => {
  it('invites an operator who has done nothing to the first exercise, with how long it takes', async () => {
    const { ask } = await meet();
    const { text, parts } = await ask(OPERATOR, '');
    expect(text).toMatch(/begin with: \*Purpose\*, about \d+ minutes/);
    expect(text).toMatch(/○ \*Purpose\* · not done yet, about \d+ minutes/);
    expect(namesIn(parts)[0]).toBe('exercise T1:a|purpose');
    expect(pressesIn(parts).filter(({ main }) => main)).toHaveLength(1);
  });

  it('lists every exercise with where it stands, and offers what is best done next', async () => {
    const { ask } = await meet(positionOf({ purpose: [purpose('v1')] }));
    const { text, parts } = await ask(OPERATOR, '');
    expect(text).toContain(`1 of ${EXERCISES.length} worked out`);
    expect(text).toContain('● *Purpose* · worked out on November 2');
    const next = pressesIn(parts).find(({ main }) => main);
    expect(next?.subject).toBe('T1:a|audience');
    expect(text).toMatch(/\[Do again: Purpose\]\n\[Start: First reader\]/);
    expect(namesIn(parts).at(-1)).toBe('show-position T1:a');
  });

  it('asks of what is older than ninety days whether it is still true', async () => {
    const old = positionOf({
      purpose: [purpose('v1', { on: '2026-08-01' })],
      audience: [versionOf('a1', { role: 'head of equipment' })],
    });
    const { ask } = await meet(old);
    const { text } = await ask(OPERATOR, '');
    expect(text).toContain('◔ *Purpose* · from August 1, time to look at it again');
    expect(text).toContain('[Still true: Purpose]\n[Change: Purpose]');
  });

  it('says of a draft that it can be sharper', async () => {
    const { ask } = await meet(positionOf({ purpose: [purpose('v1', { grade: 'vague' })] }));
    expect((await ask(OPERATOR, '')).text).toMatch(
      /◐ \*Purpose\* · a draft from November 2[\s\S]*\[Sharpen: Purpose\]/,
    );
  });

  it('gets to know somebody who runs nothing and answers for nothing', async () => {
    const stage = await meet(null, { members: [{ id: 'T1:U9', welcomedOn: null }] });
    expect((await stage.ask('T1:U9', '')).text).toContain('Two minutes to get to know each other come first');
    expect(stage.linesTo('T1:U9').join('\n')).toContain('?');
    expect((await stage.member('T1:U9')).session?.flow).toBe('onboarding-operator');
  });

  it('is answered in the language of whoever asks', async () => {
    const { ask } = await meet(positionOf({ purpose: [purpose('v1')] }), { locale: 'zh-CN' });
    expect((await ask(OPERATOR, '')).text).toContain('● *账号使命* · 11月2日完成');
  });
});

describe('/positioning <exercise>', () => {
  it('begins it in the direct message and says so', async () => {
    const stage = await meet();
    expect((await stage.ask(OPERATOR, 'audience')).text).toMatch(/direct message: First reader, about \d+ minutes/);
    expect((await stage.member(OPERATOR)).session?.flow).toBe('positioning-audience');
  });

  it('goes on with the one that was begun, and the list says that it is open', async () => {
    const stage = await meet();
    await stage.ask(OPERATOR, '使命');
    expect((await stage.ask(OPERATOR, '')).text).toContain('[Start: Purpose]');
    await stage.type(OPERATOR, '1');
    const before = (await stage.member(OPERATOR)).session;
    await stage.ask(OPERATOR, 'purpose');
    expect((await stage.member(OPERATOR)).session?.id).toBe(before?.id);
    const { text } = await stage.ask(OPERATOR, '');
    expect(text).toContain('*Purpose* · begun, your answers are kept');
    expect(text).toContain('[Go on: Purpose]');
  });

  it('names the closest word for one that it does not know, with the list', async () => {
    const { ask } = await meet();
    expect((await ask(OPERATOR, 'audence')).text).toMatch(
      /“audence”. Did you mean \*\/positioning audience\*\?[\s\S]*○/,
    );
    expect((await ask(OPERATOR, 'weather')).text).toContain('*/positioning help* lists');
  });

  it('is not for whoever only answers for the account', async () => {
    const stage = await meet(positionOf({ purpose: [purpose('v1', { sharedOn: '2026-11-03' })] }));
    const { text } = await stage.ask(MANAGER, 'audience');
    expect(text).toContain('Only those who run the account can do this');
    expect(text).toContain('Shared: Purpose');
    expect((await stage.member(MANAGER)).session).toBeNull();
  });
});

describe('/positioning show', () => {
  it('brings the canvas to the direct message: a picture, and each element with who and when', async () => {
    const stage = await meet(
      positionOf({ purpose: [purpose('v1'), purpose('v2', { on: '2026-11-16' }, 'two a week')] }),
    );
    expect((await stage.ask(OPERATOR, '画布')).text).toBe('It is in our direct message.');
    expect(kindsTo(stage, OPERATOR)).toContain('chart');
    const said = stage.linesTo(OPERATOR).join('\n');
    expect(said).toMatch(/@U1, November 16.*not shared/);
    expect(said).toMatch(/Changed since November 2: .+: one job a week → two a week/);
    expect(said).toContain('[Share with my manager]');
  });

  it('says at once how to begin where there is nothing to show', async () => {
    const stage = await meet();
    expect((await stage.ask(OPERATOR, 'show')).text).toContain('A good one to begin with: *Purpose*');
    expect(stage.linesTo(OPERATOR)).toEqual([]);
  });

  it('has names in the picture, where nobody can be mentioned', async () => {
    const stage = await meet(positionOf({ purpose: [purpose('v1')] }));
    await stage.ask(OPERATOR, 'show');
    const chart = stage.heard.flatMap(({ post }) => post.parts).find((part) => part.kind === 'chart');
    expect(JSON.stringify(chart)).toContain('"Operator"');
    expect(JSON.stringify(chart)).not.toContain('"person"');
  });

  it('shows a manager what was shared, with no button to do it', async () => {
    const versions = [purpose('v1', { sharedOn: '2026-11-03' }), purpose('v2', { on: '2026-11-16' }, 'ours alone')];
    const stage = await meet(positionOf({ purpose: versions, audience: [versionOf('a', { role: 'ours alone' })] }));
    await stage.ask(MANAGER, 'show');
    const said = stage.linesTo(MANAGER).join('\n');
    expect(said).toContain('one job a week');
    expect(said).toMatch(/Not shared yet: First reader/);
    expect(JSON.stringify(stage.heard)).not.toContain('ours alone');
    expect(said).not.toMatch(/\[(Start|Do again|Share|Still true)/);
  });

  it('asks a manager of several accounts which one', async () => {
    const other = Account.parse({
      v: 1,
      id: 'T1:b',
      name: 'Second',
      platforms: [],
      operators: ['T1:U7'],
      manager: MANAGER,
    });
    const stage = await meet(positionOf({ purpose: [purpose('v1', { sharedOn: '2026-11-03' })] }));
    await stage.accounts.update('T1:b', () => [other, null]);
    const { text, parts } = await stage.ask(MANAGER, 'show');
    expect(text).toContain('Position: Fewer Breakdowns');
    expect(text).toMatch(/Position: Second\*?\n.*Nothing was shared with you yet/);
    expect(namesIn(parts)).toEqual(['show-position T1:a']);
    await stage.press(MANAGER, 'show-position');
    expect(kindsTo(stage, MANAGER)).toContain('chart');
  });

  it('shows an operator who also answers for another account their own, and the other beside it', async () => {
    const other = Account.parse({
      v: 1,
      id: 'T1:b',
      name: 'Second',
      platforms: [],
      operators: ['T1:U7'],
      manager: OPERATOR,
    });
    const stage = await meet(positionOf({ purpose: [purpose('v1')] }));
    await stage.accounts.update('T1:b', () => [other, null]);
    const { text } = await stage.ask(OPERATOR, 'show');
    expect(text).toMatch(/direct message[\s\S]*Position: Second/);
    expect(stage.linesTo(OPERATOR).join('\n')).toContain('Position: Fewer Breakdowns');
  });
});

describe('a button of the canvas', () => {
  it('is an old one for whoever has nothing to do with the account', async () => {
    const stage = await meet(positionOf({ purpose: [purpose('v1', { sharedOn: '2026-11-03' })] }), {
      members: [{ id: 'T1:U9' }],
    });
    for (const name of ['show-position', 'export-position'] as const) await stage.press('T1:U9', name);
    expect(stage.linesTo('T1:U9').join('\n')).not.toContain('one job a week');
    expect(kindsTo(stage, 'T1:U9')).toEqual(['text', 'text']);
  });

  it('says that an element is still true: it is fresh again', async () => {
    const stage = await meet(positionOf({ purpose: [purpose('v1', { on: '2026-08-01' })] }));
    await stage.ask(OPERATOR, 'show');
    expect(stage.linesTo(OPERATOR).join('\n')).toContain('[Still true]\n[Change it]');
    await stage.press(OPERATOR, 'confirm-element', 'purpose');
    expect((await stage.ask(OPERATOR, '')).text).toContain('● *Purpose* · still true on November 23');
  });
});

describe('/positioning export', () => {
  it('brings a document and tables, those of an operator with the topics', async () => {
    const topic = {
      id: 't',
      text: 'x',
      pillar: null,
      source: 'audience',
      on: '2026-11-02',
      by: OPERATOR,
      usedOn: null,
    } as const;
    const stage = await meet(positionOf({ purpose: [purpose('v1', { sharedOn: '2026-11-03' })] }, { topics: [topic] }));
    const filesTo = (id: string): string[] =>
      stage.heard
        .filter(({ member }) => member === id)
        .flatMap(({ post }) => post.parts.flatMap((part) => (part.kind === 'file' ? [part.file.of] : [])));
    await stage.ask(OPERATOR, '导出');
    await stage.ask(MANAGER, 'export');
    expect(filesTo(OPERATOR)).toEqual(['everything', 'position', 'versions', 'topics']);
    expect(filesTo(MANAGER)).toEqual(['everything', 'position', 'versions']);
  });

  it('says so where there is nothing', async () => {
    const { ask } = await meet();
    expect((await ask(OPERATOR, 'export')).text).toContain('nothing to export yet');
    expect((await ask(MANAGER, 'export')).text).toContain('nothing to export yet');
  });

  it('is said once, however often the same command arrives', async () => {
    const stage = await meet(positionOf({ purpose: [purpose('v1')] }));
    const cause = { id: 'twice', at: NOW };
    await Promise.all([1, 2, 3].map(() => stage.coach.positioning(OPERATOR, 'export', cause)));
    await stage.coach.idle();
    expect(stage.heard).toHaveLength(1);
  });
});

describe('/positioning history', () => {
  const versions = [purpose('v1', { sharedOn: '2026-11-03' }), purpose('v2', { on: '2026-11-16' }, 'two a week')];

  it('tells who changed what and when, the latest first', async () => {
    const { ask } = await meet(positionOf({ purpose: versions }));
    const { text } = await ask(OPERATOR, 'history');
    expect(text.indexOf('November 16')).toBeLessThan(text.indexOf('November 2'));
    expect(text).toMatch(/.+: one job a week → two a week/);
    expect((await ask(OPERATOR, '版本 使命')).text).toContain('one job a week → two a week');
    expect((await ask(OPERATOR, 'history audience')).text).toContain('No exercise is finished yet');
  });

  it('tells a manager of what was shared, without what changed', async () => {
    const { ask } = await meet(positionOf({ purpose: versions }));
    const { text } = await ask(MANAGER, 'history');
    expect(text).toContain('November 2');
    expect(text).not.toMatch(/November 16|two a week|→/);
  });
});

it('shows where the alignment stands, with its button', async () => {
  const { ask } = await meet();
  expect(namesIn((await ask(OPERATOR, '对齐')).parts)).toEqual(['align T1:a']);
  expect(namesIn((await ask(MANAGER, 'align')).parts)).toEqual(['align T1:a']);
});

it('helps with a list of words in either language', async () => {
  expect((await (await meet()).ask(OPERATOR, 'help')).text).toContain('*/positioning history*');
  expect((await (await meet(null, { locale: 'zh-CN' })).ask(OPERATOR, '帮助')).text).toContain('*/positioning 画布*');
});
