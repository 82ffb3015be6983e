import type { TSESTree } from '@typescript-eslint/types';
import { type FunctionNode, type Node, sliceOf, startOffset, staticName } from '../ast.ts';
import { calleeOf, childrenOf, type FixSource, functionAround } from './source.ts';

/** Functions of file systems that look at a place, and those that change one: their names are the same in all libraries. */
const LOOKS = /^(?:readFile|readdir|readJson|readJSON|exists|pathExists|access|l?stat)(?:Sync)?$/;
const CHANGES =
  /^(?:writeFile|writeJson|writeJSON|outputFile|outputJson|outputJSON|appendFile|mkdir|rm|rmdir|unlink|remove|rename|truncate)(?:Sync)?$/;
/** What does the same however often it is done. */
const REPEATABLE = /\b(?:recursive|force): true\b/;

/** Source texts of paths that are looked at before one of the offsets and changed after it, in the order of the source. */
export function tornFiles(source: FixSource, fn: FunctionNode, offsets: readonly number[]): readonly string[] {
  const looked = new Map<string, number>();
  const torn = new Set<string>();
  const visit = (node: Node): void => {
    childrenOf(node).forEach(visit);
    const use = node.type === 'CallExpression' && functionAround(source, node) === fn ? useOf(source, node) : undefined;
    if (!use) return;
    const { path, at, isChange } = use;
    const before = looked.get(path);
    if (!isChange) looked.set(path, Math.min(at, before ?? at));
    else if (before !== undefined && offsets.some((offset) => offset >= before && offset <= at)) torn.add(path);
  };
  visit(fn.body);
  return [...torn];
}

/** Whether a function has a call that changes a file. */
export function changesFile(source: FixSource, fn: FunctionNode): boolean {
  const visit = (node: Node): boolean => {
    const isChange = node.type === 'CallExpression' && useOf(source, node)?.isChange === true;
    return isChange || childrenOf(node).some(visit);
  };
  return visit(fn.body);
}

interface PathUse {
  readonly path: string;
  readonly at: number;
  readonly isChange: boolean;
}

function useOf(source: FixSource, call: TSESTree.CallExpression): PathUse | undefined {
  const callee = calleeOf(call);
  const name =
    callee.type === 'MemberExpression'
      ? staticName(callee.property, callee.computed)
      : callee.type === 'Identifier'
        ? callee.name
        : undefined;
  const [target] = call.arguments;
  if (name === undefined || !target) return undefined;
  const isChange = CHANGES.test(name) && !REPEATABLE.test(sliceOf(source.text, call));
  if (!isChange && !LOOKS.test(name)) return undefined;
  return { path: sliceOf(source.text, target), at: startOffset(call), isChange };
}
