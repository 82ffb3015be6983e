import type { TSESTree } from '@typescript-eslint/types';
import { endOffset, type Node, sliceOf, startOffset, unwrap } from '../ast.ts';
import { isArray, isFew } from './arrays.ts';
import { type Editor, refuse, replace } from './editor.ts';
import { type FixSource, isFreeIn, variableAt } from './source.ts';

export type RoundsLoop = TSESTree.ForStatement | TSESTree.ForInStatement | TSESTree.ForOfStatement;

/** What a loop goes through, whatever its form. */
export interface Rounds {
  readonly loop: RoundsLoop;
  /** The source text of the items. */
  readonly items: string;
  /** The items are an array, not just something to go through once. */
  readonly isArray: boolean;
  /** The items are a name, which may stand in more than one place. */
  readonly isName: boolean;
  /** There are only a few. */
  readonly isFew: boolean;
  /** What one round is given: a name or a pattern, with its type. */
  readonly param: string;
  /** The first statement of the body that runs in a round; one before it only takes the item. */
  readonly first: number;
  /** The parameter is a new name, which stands where the source has `items[i]`. */
  readonly isRenamed: boolean;
}

/** Reads the head of a loop; undefined, with a refusal, when its rounds are not one for each of some items. */
export function roundsOf(editor: Editor, loop: RoundsLoop): Rounds | undefined {
  const { source } = editor;
  if (loop.type === 'ForStatement') return countedRounds(editor, loop);
  if (loop.left.type !== 'VariableDeclaration') {
    refuseHead(editor, loop);
    return;
  }
  const param = sliceOf(source.text, loop.left.declarations[0].id);
  const object = sliceOf(source.text, loop.right);
  const base = { loop, param, first: 0, isRenamed: false, isFew: isFew(source, loop.right) };
  if (loop.type === 'ForInStatement') {
    editor.warnings.add(`inherited keys of ${object} are left out`);
    return { ...base, items: `Object.keys(${object})`, isArray: true, isName: false };
  }
  const isName = unwrap(loop.right).type === 'Identifier';
  return { ...base, items: object, isArray: isArray(source, loop.right), isName };
}

function refuseHead(editor: Editor, loop: Node): void {
  refuse(editor, 'loop', 'the rounds of this loop are not one for each of some items', loop);
}

/** `for (let i = 0; i < items.length; i++)` */
function countedRounds(editor: Editor, loop: TSESTree.ForStatement): Rounds | undefined {
  const { source } = editor;
  const counter = counterOf(loop);
  if (!counter) {
    refuseHead(editor, loop);
    return;
  }
  const { name, end } = counter;
  const list =
    end.type === 'MemberExpression' && isNamed(end.property, 'length') && !end.computed ? end.object : undefined;
  const isListName = list?.type === 'Identifier';
  const base = { loop, param: name, first: 0, isRenamed: false };
  if (!list || !isListName) {
    const items = list ? `${sliceOf(source.text, list)}.keys()` : `Array(${sliceOf(source.text, end)}).keys()`;
    return { ...base, items, isArray: false, isName: false, isFew: isFew(source, end) };
  }
  const named = { ...base, isArray: true, isName: true, isFew: isFew(source, list), items: list.name };
  const uses = usesOf(source, loop, name);
  const taken = uses.map((use) => itemAt(source, use, list.name));
  const item = takenFirst(loop, taken[0]);
  if (uses.length === 1 && item) return { ...named, param: sliceOf(source.text, item), first: 1 };
  const param = itemName(source, list.name, loop.body);
  if (param === undefined || taken.some((one) => one === undefined)) {
    return { ...named, items: `${list.name}.keys()`, isArray: false, isName: false };
  }
  for (const node of taken) if (node) replace(editor, startOffset(node), endOffset(node), param);
  return { ...named, param, isRenamed: true };
}

/** A counter that goes from 0 in steps of 1, and what it stays below. */
function counterOf({ init, test, update }: TSESTree.ForStatement): { name: string; end: Node } | undefined {
  if (init?.type !== 'VariableDeclaration' || test?.type !== 'BinaryExpression' || test.operator !== '<')
    return undefined;
  const [{ id, init: from }] = init.declarations as [TSESTree.VariableDeclarator];
  const isStep =
    (update?.type === 'UpdateExpression' && update.operator === '++') ||
    (update?.type === 'AssignmentExpression' && update.operator === '+=' && isNumber(update.right, 1));
  if (id.type !== 'Identifier' || !from || !isNumber(from, 0) || !isStep) return undefined;
  // `for (let i = 0, n = xs.length; i < n; i++)`
  const [, second] = init.declarations;
  const length = second?.id.type === 'Identifier' && isNamed(test.right, second.id.name) ? second.init : undefined;
  if (!isNamed(test.left, id.name) || (second && !length) || init.declarations.length > 2) return undefined;
  return { name: id.name, end: length ?? test.right };
}

function isNumber(node: Node, value: number): boolean {
  return node.type === 'Literal' && node.value === value;
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

/** Uses of the counter in the body. */
function usesOf(source: FixSource, { body }: TSESTree.ForStatement, name: string): Node[] {
  const variable = variableAt(source, body, name);
  const uses = variable?.references.map(({ identifier }) => identifier) ?? [];
  return uses.filter((use) => startOffset(use) >= startOffset(body) && endOffset(use) <= endOffset(body));
}

/** `items[i]`, with the `!` of TypeScript. */
function itemAt({ parents }: FixSource, use: Node, list: string): Node | undefined {
  const member = parents.get(use);
  if (member?.type !== 'MemberExpression' || !member.computed || member.property !== use) return undefined;
  if (!isNamed(member.object, list)) return undefined;
  const around = parents.get(member);
  if (around?.type === 'TSNonNullExpression') return around;
  const isTarget =
    around?.type === 'AssignmentExpression' ? around.left === member : around?.type === 'UpdateExpression';
  return isTarget || (around?.type === 'UnaryExpression' && around.operator === 'delete') ? undefined : member;
}

/** `x` of `const x = items[i];` at the start of the body. */
function takenFirst({ body }: TSESTree.ForStatement, item: Node | undefined): Node | undefined {
  const first = body.type === 'BlockStatement' ? body.body[0] : undefined;
  if (first?.type !== 'VariableDeclaration' || first.declarations.length !== 1) return undefined;
  const [{ id, init }] = first.declarations;
  return item && init === item && first.kind === 'const' ? id : undefined;
}

/** A name for one of `users`: `user`. */
function itemName(source: FixSource, list: string, body: Node): string | undefined {
  const one = /^(\w{2,}[^s])s$/.exec(list)?.[1];
  return [one, 'item'].find((name) => name !== undefined && isFreeIn(source, body, name));
}
