import { describe, expect, it } from 'vitest';

import { Account } from '../../src/coaching/account.ts';
import { planImport, type Around } from '../../src/coaching/import-plan.ts';
import { readImport } from '../../src/coaching/import-table.ts';
import type { Profile } from '../../src/coaching/ports.ts';
import { coaching } from '../support/weeks.ts';

const person = (kind: Profile['kind'] = 'person'): Profile => ({ name: 'x', locale: 'en', zone: 'Etc/UTC', kind });
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  '@li': ['T1:ULI'],
  李雷: ['T1:ULI'],
  '@zhao': ['T1:UZHAO'],
  '@boss': ['T1:UBOSS'],
  王芳: ['T1:UWANG1', 'T1:UWANG2'],
  '@gone': ['T1:UGONE'],
};
const around = (accounts: readonly Account[] = []): Around => ({
  accounts,
  found: new Map(Object.entries(PEOPLE)),
  profiles: new Map(
    Object.values(PEOPLE)
      .flat()
      .map((id) => [id, person(id.includes('GONE') ? 'gone' : 'person')]),
  ),
  languages: coaching.languages,
  named: (key) => coaching.world.wordings({ key }),
});
const account = (name: string, operators: string[], manager: string | null = null): Account =>
  Account.parse({ v: 1, id: `T1:${name}`, name, platforms: ['weibo'], operators, manager });

const plan = (pasted: string, accounts: readonly Account[] = []) => {
  const table = readImport(pasted);
  if (table.kind === 'problem') throw new Error(table.text.key);
  return planImport(table.rows, around(accounts));
};
const problemsOf = (pasted: string, accounts: readonly Account[] = []) =>
  plan(pasted, accounts).problems.map(({ key, values }) => {
    const why = values?.['why'];
    return [key, values?.['row'], typeof why === 'object' && 'key' in why ? why.key : undefined];
  });

describe('a list of accounts, pasted', () => {
  it('is read as spreadsheets and people write it', () => {
    for (const pasted of [
      'account\toperator\tmanager\ttime\nPumps\t@li\t@boss\t17:00',
      '\uFEFFAccount,Operator,Manager,Time\r\n"Pumps",@li,@boss,17:00\r\n\r\n',
      '账号，运营，负责人，时间\nPumps，李雷，@boss，下午5点',
      '负责人;平台;账号;运营;小结时间\n@boss;微博;Pumps;@li;17:00',
    ]) {
      expect(plan(pasted)).toMatchObject({
        problems: [],
        made: [{ known: null, name: 'Pumps', operators: ['T1:ULI'], manager: 'T1:UBOSS', checkInAt: '17:00' }],
      });
    }
  });

  it('adds up the people of one account over several rows and cells', () => {
    expect(plan('account,operator,platform\nPumps,@li,weibo\npumps,@zhao,"抖音, 服务号"').made).toMatchObject([
      { operators: ['T1:ULI', 'T1:UZHAO'], platforms: ['weibo', 'douyin', 'wechat_service'] },
    ]);
  });

  it('pasted again changes nothing', () => {
    const known = [account('Pumps', ['T1:ULI'], 'T1:UBOSS')];
    expect(plan('account,operator,manager\nPumps,@li,@boss', known)).toMatchObject({ made: [], unchanged: 1 });
    expect(plan('account,operator\nPumps,"@li,@zhao"', known).made).toMatchObject([
      { known: { id: 'T1:Pumps' }, operators: ['T1:ULI', 'T1:UZHAO'], manager: 'T1:UBOSS' },
    ]);
  });

  it('says of each row and column what to put right, and keeps the rows that are well', () => {
    const pasted = [
      'account,operator,manager,time,language,platform',
      'Pumps,@li,@boss,17:00,中文,微博',
      ',@zhao,,,,',
      'Valves,@nobody,王芳,25:00,Klingon,MySpace',
      'Seals,@gone,,,,',
      'Hoses,,,,,',
    ].join('\n');
    expect(plan(pasted).made).toMatchObject([{ name: 'Pumps', locale: 'zh-CN', platforms: ['weibo'] }]);
    expect(problemsOf(pasted)).toEqual([
      ['import.error.cell', 3, 'import.error.name'],
      ['import.error.cell', 4, 'import.error.nobody'],
      ['import.error.cell', 4, 'import.error.platform'],
      ['import.error.cell', 4, 'setup.error.time'],
      ['import.error.cell', 4, 'import.error.language'],
      ['import.error.cell', 4, 'import.error.several'],
      ['import.error.cell', 5, 'setup.error.person-gone'],
      ['import.error.cell', 6, 'import.error.no-operator'],
    ]);
  });

  it('gives nobody two accounts, whether the other is in the list or there already', () => {
    expect(problemsOf('account,operator\nPumps,@li\nValves,@li')).toEqual([
      ['import.error.busy', undefined, undefined],
    ]);
    expect(problemsOf('account,operator\nValves,@li', [account('Pumps', ['T1:ULI'])])).toEqual([
      ['import.error.busy', undefined, undefined],
    ]);
  });

  it('without its columns, or without rows, says what it needs', () => {
    for (const [pasted, key] of [
      ['hello', 'import.error.head'],
      ['account,manager\nPumps,@boss', 'import.error.head'],
      ['account,operator\n\n', 'import.error.rows'],
      ['', 'import.error.head'],
    ]) {
      expect(readImport(pasted ?? '')).toEqual({ kind: 'problem', text: { key } });
    }
  });
});
