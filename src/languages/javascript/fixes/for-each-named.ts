import type { TSESTree } from '@typescript-eslint/types';
import { endOffset, type FunctionNode, type Node, sliceOf } from '../ast.ts';
import { isArray, isMap } from './arrays.ts';
import { type Editor, insertBefore, refuse, replace } from './editor.ts';
import { freeNameAround } from './names.ts';
import { childrenOf, type FixSource, isArguments, parentOf, variableAt } from './source.ts';

/** Parameters of a function that stands elsewhere: the names that it gives them, empty for patterns. */
export interface NamedCallback {
  readonly callback: TSESTree.Identifier;
  readonly names: readonly string[];
}

/**
 * A function that is handed over by its name, and what it takes; undefined where it may look at all that it gets.
 * `names` are those of a function in another file.
 */
export function namedCallback(
  source: FixSource,
  callback: Node | undefined,
  fn: FunctionNode | undefined,
  names: readonly string[],
): NamedCallback | undefined {
  if (callback?.type !== 'Identifier') return undefined;
  if (!fn) {
    const declared = declaredParameters(source, callback) ?? names;
    return declared.length > 0 ? { callback, names: declared } : undefined;
  }
  const takesAll = fn.params.some(({ type }) => type === 'RestElement') || usesArguments(fn);
  if (fn.params.length === 0 || takesAll) return undefined;
  return { callback, names: fn.params.map((param) => (param.type === 'Identifier' ? param.name : '')) };
}

/** `xs.forEach(note)` → `for (const x of xs) await note(x)`, with the index where the function takes it. */
export function loopOverItems(
  editor: Editor,
  call: TSESTree.CallExpression,
  { callback, names }: NamedCallback,
): boolean {
  const { source } = editor;
  const outer = parentOf(source, call);
  const statement = outer?.type === 'ChainExpression' ? parentOf(source, outer) : outer;
  const { object, optional } = call.callee as TSESTree.MemberExpression;
  const takes = Math.min(names.length, 3);
  const isPlain = statement?.type === 'ExpressionStatement' && call.arguments.length === 1 && !call.optional;
  if (!isPlain || isMap(source, object) || (optional && takes > 1) || (takes > 2 && object.type !== 'Identifier')) {
    refuse(editor, 'synchronous callback', 'this use of forEach has no equal loop', call);
    return false;
  }
  if (!isArray(source, object)) editor.warnings.add(`${sliceOf(source.text, object)} is taken to be an array`);
  const [item, index] = itemNames(editor, call, names);
  const list = sliceOf(source.text, object);
  const args = [item, index, list].slice(0, takes).join(', ');
  const head = takes > 1 ? `[${index}, ${item}]` : item;
  const items = takes > 1 ? '.entries()' : optional ? ' ?? []' : '';
  const closing = /^(?:\s*\))*/.exec(source.text.slice(endOffset(object)))?.[0].length ?? 0;
  insertBefore(editor, call, `for (const ${head} of `);
  replace(editor, endOffset(object) + closing, endOffset(call), `${items}) await ${callback.name}(${args})`);
  return true;
}

/** Names for an item and its index, as the function calls them where nothing else is called so. */
export function itemNames({ source }: Editor, node: Node, names: readonly string[]): readonly [string, string] {
  const named = (position: number, otherwise: string): string => {
    const name = names[position] ?? '';
    return freeNameAround(source, node, name === '' ? otherwise : name);
  };
  return [named(0, 'item'), named(1, 'index')];
}

/** `visit: (item: Item) => void` says what a function that is handed over may take. */
function declaredParameters(source: FixSource, callback: TSESTree.Identifier): string[] | undefined {
  const declared = variableAt(source, callback, callback.name)?.defs[0]?.name;
  const type = declared?.type === 'Identifier' ? declared.typeAnnotation?.typeAnnotation : undefined;
  if (type?.type !== 'TSFunctionType') return undefined;
  return type.params.map((param) => (param.type === 'Identifier' ? param.name : ''));
}

function usesArguments(fn: FunctionNode): boolean {
  const visit = (node: Node): boolean =>
    isArguments(node) || childrenOf(node).some((child) => !child.type.startsWith('Function') && visit(child));
  return fn.type !== 'ArrowFunctionExpression' && visit(fn.body);
}
