import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { endOffset, type Node, sliceOf, startOffset } from '../ast.ts';
import { type Editor, insertAfter, insertBefore, refuse, replace } from './editor.ts';
import { type Call, calleeOf, type FixSource, variableAt } from './source.ts';

/**
 * Parameters that are called, or handed on to what calls them, get asynchronous functions from now on: their types say so, and
 * nothing else is done with them.
 */
export function waitForParameters(editor: Editor, calls: readonly Call[], callbacks: readonly Call[]): void {
  const { source } = editor;
  const places = new Set([...calls.map(calleeOf), ...callbacks.flatMap(({ arguments: [first] }) => first ?? [])]);
  const done = new Set<Node>();
  for (const place of places) {
    const variable = place.type === 'Identifier' ? variableAt(source, place, place.name) : undefined;
    const name = variable && parameterOf(variable);
    if (variable && !name && isAlias(source, variable)) {
      refuse(editor, 'indirect call', `${variable.name} is another name of a parameter`, place);
    }
    if (!variable || !name || done.has(name)) continue;
    done.add(name);
    const other = variable.references.find(({ identifier, init }) => init !== true && !places.has(identifier));
    if (other) {
      const message = `${name.name} is not only called, and whoever gets it may use what it returns at once`;
      refuse(editor, 'synchronous callback', message, other.identifier);
    } else if (name.typeAnnotation) allowPromise(editor, name, name.typeAnnotation.typeAnnotation);
  }
}

function parameterOf({ defs: [definition] }: Variable): TSESTree.Identifier | undefined {
  const isParameter = (definition?.type as string | undefined) === 'Parameter';
  return isParameter && definition?.name.type === 'Identifier' ? definition.name : undefined;
}

/** `const later = visit` */
function isAlias(source: FixSource, { defs: [definition] }: Variable): boolean {
  const init = definition?.node.type === 'VariableDeclarator' ? definition.node.init : undefined;
  const named = init?.type === 'Identifier' ? variableAt(source, init, init.name) : undefined;
  return named !== undefined && parameterOf(named) !== undefined;
}

/** `(item: T) => R` → `(item: T) => R | Promise<R>`; where nobody looks at the result, `unknown` still allows any function. */
function allowPromise(editor: Editor, name: TSESTree.Identifier, type: TSESTree.TypeNode): void {
  const { text } = editor.source;
  const result = type.type === 'TSFunctionType' ? type.returnType?.typeAnnotation : undefined;
  if (!result) return refuse(editor, 'declared type', `the type of ${name.name} is declared elsewhere`, type);
  if (result.type === 'TSVoidKeyword') return replace(editor, startOffset(result), endOffset(result), 'unknown');
  const isLoose = /^TS(?:Function|Constructor|Conditional)Type$/.test(result.type);
  if (isLoose) insertBefore(editor, result, '(');
  insertAfter(editor, result, `${isLoose ? ')' : ''} | Promise<${sliceOf(text, result)}>`);
}
