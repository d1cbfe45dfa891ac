import type { ASTNode } from '@marcbachmann/cel-js';

import { parse } from './expression.ts';

/** What an expression reads: `answers.published[0].title` is `{root: 'answers', path: ['published', 'title']}`. */
export type Read = { readonly root: string; readonly path: readonly string[] };

/** A comparison of something read with a fixed text: `answers.mood == 'bad'`, `'publish' in answers.moved`. */
type Comparison = Read & { readonly text: string };

export type Reads = {
  readonly reads: readonly Read[];
  readonly comparisons: readonly Comparison[];
  /** The patterns of `matches`. */
  readonly patterns: readonly string[];
};

const ROOTS = new Set(['answers', 'facts', 'computed', 'value', 'last']);

/** Walks the tree of an expression. The expression must parse. */
export function readsOf(expression: string): Reads {
  const found = { reads: new Array<Read>(), comparisons: new Array<Comparison>(), patterns: new Array<string>() };
  visit(parse(expression).ast, found);
  return found;
}

/** Whether the expression is nothing but `true` (or `false`). */
export function isConstant(expression: string | undefined, value: boolean): boolean {
  if (expression === undefined) return false;
  try {
    const { ast } = parse(expression);
    return ast.op === 'value' && ast.args === value;
  } catch {
    return false;
  }
}

type Found = { readonly reads: Read[]; readonly comparisons: Comparison[]; readonly patterns: string[] };

function visit(node: ASTNode, found: Found): void {
  compare(node, found);
  const read = readAt(node);
  if (read) {
    found.reads.push(read);
    return;
  }
  if (node.op === 'rcall' && node.args[0] === 'matches')
    found.patterns.push(...node.args[2].map(textOf).filter(isText));
  for (const child of childrenOf(node.args)) visit(child, found);
}

/** The chain of `.name`, `["name"]` and `[0]` down to one of our variables. */
function readAt(node: ASTNode): Read | undefined {
  if (node.op === 'id') return ROOTS.has(node.args) ? { root: node.args, path: [] } : undefined;
  if (node.op === '.' || node.op === '.?') {
    const [of, name] = node.args;
    const read = readAt(of);
    return read && { ...read, path: [...read.path, name] };
  }
  if (node.op === '[]' || node.op === '[?]') {
    const [of, key] = node.args;
    const read = readAt(of);
    const name = textOf(key);
    if (!read || key.op !== 'value') return undefined;
    return name === undefined ? read : { ...read, path: [...read.path, name] };
  }
  return undefined;
}

function compare(node: ASTNode, found: Found): void {
  if (node.op !== '==' && node.op !== '!=' && node.op !== 'in') return;
  const [left, right] = node.args;
  const sides: [ASTNode, ASTNode][] =
    node.op === 'in'
      ? [[right, left], ...inList(left, right)]
      : [
          [left, right],
          [right, left],
        ];
  for (const [side, other] of sides) {
    const read = readAt(side);
    const text = textOf(other);
    if (read && text !== undefined) found.comparisons.push({ ...read, text });
  }
}

const inList = (left: ASTNode, right: ASTNode): [ASTNode, ASTNode][] =>
  right.op === 'list' ? right.args.map((item): [ASTNode, ASTNode] => [left, item]) : [];

function textOf(node: ASTNode | string): string | undefined {
  if (typeof node === 'string') return node;
  return node.op === 'value' && typeof node.args === 'string' ? node.args : undefined;
}

const isText = (text: string | undefined): text is string => text !== undefined;

function childrenOf(args: unknown): ASTNode[] {
  if (isNode(args)) return [args];
  return Array.isArray(args) ? args.flatMap(childrenOf) : [];
}

const isNode = (value: unknown): value is ASTNode =>
  typeof value === 'object' && value !== null && 'op' in value && 'args' in value && 'range' in value;
