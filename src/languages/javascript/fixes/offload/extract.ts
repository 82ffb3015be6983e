import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { endOffset, isFunctionNode, type Node, startOffset, unwrap } from '../../ast.ts';
import { type Editor, refuse } from '../editor.ts';
import { childrenOf, functionAround, type FixSource, parentOf } from '../source.ts';
import { isInside, isWithin, referencesIn } from './closure.ts';
import { useOf } from './uses.ts';

/** Code inside of a function that can become a function of its own. */
export interface Extract {
  /** Statements in a row, or one expression. */
  readonly nodes: readonly Node[];
  readonly isExpression: boolean;
  /** Variables that have a new value after it, and how they come to it. */
  readonly results: readonly Variable[];
  readonly declares: boolean;
}

/** The call with what is done with its result at once: `marked.parse(text).trim()`. */
export function expressionAt(source: FixSource, call: Node): Node {
  let node = call;
  for (let outer = parentOf(source, node); outer; outer = parentOf(source, node)) {
    const goesOn =
      (outer.type === 'MemberExpression' && outer.object === node) ||
      (outer.type === 'CallExpression' && outer.callee === node) ||
      (unwrap(outer) === unwrap(node) && outer.type !== 'ExpressionStatement');
    if (!goesOn) break;
    node = outer;
  }
  return node;
}

/** The statements around a loop that have to go with it: what it fills is declared there. */
export function statementsAt(editor: Editor, loop: Node): Extract | undefined {
  const { source } = editor;
  const block = parentOf(source, loop);
  const fn = functionAround(source, loop);
  if (block?.type !== 'BlockStatement' || fn.type === 'Program') {
    refuse(editor, 'no block', 'the loop is not a statement of a block', loop);
    return undefined;
  }
  const end = block.body.findIndex((one) => one === loop);
  let start = end;
  for (;;) {
    const range = block.body.slice(start, end + 1);
    const changed = changedOutside(source, range);
    const missing =
      changed.find(({ isFilled }) => isFilled) ?? changed.find(({ variable }) => declaredIn(block, variable) >= 0);
    if (!missing) return withResults(editor, { range, fn, loop }, changed);
    const declared = declaredIn(block, missing.variable);
    if (declared < 0 || declared >= start) {
      refuse(editor, 'shared state', `${missing.variable.name} is changed, which others see`, loop);
      return undefined;
    }
    start = declared;
  }
}

interface Changed {
  readonly variable: Variable;
  /** It is an object that gets other contents; else the variable gets another value. */
  readonly isFilled: boolean;
}

function changedOutside(source: FixSource, range: readonly Node[]): Changed[] {
  const found = new Map<Variable, Changed>();
  for (const node of range) {
    for (const { resolved } of referencesIn(source, node)) {
      if (!resolved || resolved.scope.block.type === 'Program' || found.has(resolved)) continue;
      if (range.some((one) => isWithin(resolved, one))) continue;
      const inside = resolved.references.filter(({ identifier }) => range.some((one) => isInside(identifier, one)));
      const use = useOf(source, resolved, inside);
      const isFilled = use.kind === 'refused' && use.reason === 'it is changed';
      if (isFilled || inside.some((one) => one.isWrite())) found.set(resolved, { variable: resolved, isFilled });
    }
  }
  return [...found.values()];
}

/** The statement of the block that declares just this variable, with a value that nobody else has. */
function declaredIn({ body }: TSESTree.BlockStatement, variable: Variable): number {
  return body.findIndex((statement) => {
    if (statement.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return false;
    const { id, init } = statement.declarations[0];
    if (id.type !== 'Identifier' || !variable.identifiers.includes(id)) return false;
    return init === null || /^(?:Literal|Array|Object|New|Call|Template|Unary|Binary)/.test(unwrap(init).type);
  });
}

interface Range {
  readonly range: readonly TSESTree.Statement[];
  readonly fn: Node;
  readonly loop: Node;
}

function withResults(editor: Editor, { range, fn, loop }: Range, changed: readonly Changed[]): Extract | undefined {
  const { source } = editor;
  const end = endOffset(range.at(-1) ?? loop);
  const declared = source.scopes.variables.filter(
    (variable) =>
      range.some((one) => one.type === 'VariableDeclaration' && isWithin(variable, one)) &&
      variable.references.some(({ identifier }) => identifier.range[0] >= end),
  );
  const outer = changed.map(({ variable }) => variable);
  const lost = source.scopes.variables.find(
    (variable) =>
      !declared.includes(variable) &&
      range.some((one) => isWithin(variable, one)) &&
      variable.references.some(({ identifier }) => !range.some((one) => isInside(identifier, one))),
  );
  const foreign = outer.find((variable) => !variable.defs.every(({ name }) => functionAround(source, name) === fn));
  if (lost) refuse(editor, 'shared state', `${lost.name} is declared in it, and others use it`, loop);
  else if (foreign) refuse(editor, 'shared state', `${foreign.name} is changed, which others see`, loop);
  else if (leavesEarly(range)) refuse(editor, 'leaves early', 'the code returns from its function', loop);
  else if (declared.length > 0 && outer.length > 0) {
    refuse(editor, 'several results', 'the code declares some of its results and changes others', loop);
  } else if (declared.length + outer.length === 0) {
    refuse(editor, 'no result', 'nothing that the code computes is used after it', loop);
  } else {
    const results = declared.length > 0 ? declared : outer;
    return { nodes: range, isExpression: false, results, declares: declared.length > 0 };
  }
  return undefined;
}

function leavesEarly(range: readonly Node[]): boolean {
  const leaves = (node: Node): boolean => {
    if (isFunctionNode(node)) return false;
    if (node.type === 'ReturnStatement' || ('label' in node && node.label && node.type !== 'LabeledStatement'))
      return true;
    return childrenOf(node).some(leaves);
  };
  return range.some(leaves);
}

/** Where the code stands. */
export function placeOf(nodes: readonly Node[]): { readonly range: readonly [number, number] } {
  const [first] = nodes;
  const last = nodes.at(-1);
  return { range: [first ? startOffset(first) : 0, last ? endOffset(last) : 0] };
}
