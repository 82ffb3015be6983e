import type { Reference, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { endOffset, isFunctionNode, type Node, sliceOf, startOffset, staticName, unwrap } from '../../ast.ts';
import { type Editor, refuse } from '../editor.ts';
import { childrenOf, type FixSource, isNameUsed, parentOf } from '../source.ts';
import { isInside, isWithin, referencesIn } from './closure.ts';
import { isOutsideData } from './data.ts';
import { useOf, useOfExpressions } from './uses.ts';

/** A value that extracted code is given. */
export interface Input {
  /** Its name in the code that moves. */
  readonly name: string;
  /** What is passed, as an expression where the code was. */
  readonly argument: string;
  /** The type that the source writes for it, where it does. */
  readonly type: TSESTree.TypeNode | undefined;
  /** The same where a literal shows it. */
  readonly plainType: string | undefined;
  /** Where the code says it: what is more than a name gets the name there. */
  readonly uses: readonly Node[];
  /** Names and `this` in it, which are no needs of their own any more. */
  readonly roots: readonly Node[];
}

/** What the code reads of the functions around it, and whether that can be copied. */
export function inputsOf(editor: Editor, nodes: readonly Node[]): Input[] {
  const { source } = editor;
  const inputs: Input[] = [];
  const isOwn = (variable: Variable): boolean => nodes.some((node) => isWithin(variable, node));
  const groups = new Map<Variable, Reference[]>();
  for (const reference of nodes.flatMap((node) => referencesIn(source, node))) {
    const { resolved, isTypeReference } = reference;
    if (!resolved || isTypeReference || resolved.scope.block.type === 'Program' || isOwn(resolved)) continue;
    groups.set(resolved, [...(groups.get(resolved) ?? []), reference]);
  }
  for (const [variable, references] of groups) {
    const use = useOf(source, variable, references);
    if (use.kind === 'copied') inputs.push(wholeInput(variable, references));
    else if (use.kind === 'open' && isSimple(variable)) inputs.push(wholeInput(variable, references));
    else
      inputs.push(
        ...partInputs(
          editor,
          references.map(({ identifier }) => identifier),
        ),
      );
  }
  const receivers = nodes.flatMap(receiversIn);
  if (receivers.length > 0) inputs.push(...partInputs(editor, receivers));
  const names = inputs.map(({ name }) => name);
  const twice = inputs.find(({ name }, index) => names.indexOf(name) !== index);
  if (twice) refuse(editor, 'two of one name', `two values would be called ${twice.name}`, nodes[0] ?? source.program);
  return inputs;
}

function wholeInput({ name, defs }: Variable, references: readonly Reference[]): Input {
  const [definition] = defs;
  const identifier = definition?.name;
  const type = identifier?.type === 'Identifier' ? identifier.typeAnnotation?.typeAnnotation : undefined;
  const init = definition?.node.type === 'VariableDeclarator' ? definition.node.init : undefined;
  const uses = references.map((one) => one.identifier);
  return { name, argument: name, type, plainType: init ? literalType(init) : undefined, uses, roots: uses };
}

function literalType(init: Node): string | undefined {
  const node = unwrap(init);
  if (node.type === 'TemplateLiteral') return 'string';
  if (node.type === 'UnaryExpression') return node.operator === '-' ? 'number' : undefined;
  if (node.type === 'Identifier') return node.name === 'Infinity' ? 'number' : undefined;
  if (node.type !== 'Literal' || 'regex' in node || node.value === null) return undefined;
  return typeof node.value;
}

/** A number or a text that the source writes down. */
function isSimple({ defs: [definition] }: Variable): boolean {
  const init = definition?.node.type === 'VariableDeclarator' ? definition.node.init : undefined;
  return init !== null && init !== undefined && literalType(init) !== undefined;
}

/** `request.body.rows` is passed where `request` cannot be. */
function partInputs(editor: Editor, roots: readonly Node[]): Input[] {
  const { source } = editor;
  const paths = new Map<string, Node[]>();
  for (const root of roots) {
    const path = pathFrom(source, root);
    const text = sliceOf(source.text, path);
    paths.set(text, [...(paths.get(text) ?? []), path]);
  }
  return [...paths].flatMap(([argument, uses]) => {
    const [first] = uses;
    const use = useOfExpressions(source, uses);
    if (!first || use.kind === 'refused') {
      const reason = use.kind === 'refused' ? `: ${use.reason} in line ${use.line}` : '';
      refuse(editor, 'not copied', `\`${argument}\` cannot be a copy${reason}`, first ?? source.program);
      return [];
    }
    if (use.kind === 'open' && !isOutsideData(first)) {
      refuse(editor, 'not copied', `the source does not say whether \`${argument}\` can be copied`, first);
    }
    const last = first.type === 'MemberExpression' ? staticName(first.property, first.computed) : undefined;
    const name = first.type === 'Identifier' ? first.name : (last ?? 'value');
    if (first.type !== 'Identifier' && isNameUsed(source, name)) {
      refuse(editor, 'two of one name', `${name} already means something in the file`, first);
    }
    return [{ name, argument, type: undefined, plainType: undefined, uses, roots: uses.map(rootOf) }];
  });
}

function rootOf(path: Node): Node {
  let node = path;
  while (node.type === 'MemberExpression') node = node.object;
  return node;
}

/** The longest chain of names from a root that is not called and not changed. */
function pathFrom(source: FixSource, root: Node): Node {
  let node = root;
  for (let outer = parentOf(source, node); outer?.type === 'MemberExpression'; outer = parentOf(source, node)) {
    const use = parentOf(source, outer);
    const isTarget =
      (use?.type === 'CallExpression' && use.callee === outer) ||
      (use?.type === 'AssignmentExpression' && use.left === outer) ||
      use?.type === 'UpdateExpression';
    if (outer.object !== node || outer.computed || outer.optional || isTarget) break;
    if (/^(?:length|size)$/.test(staticName(outer.property, false) ?? '')) break;
    node = outer;
  }
  return node;
}

/** `this` of the function that the code stands in. */
function receiversIn(node: Node): Node[] {
  if (node.type === 'ThisExpression') return [node];
  if (isFunctionNode(node) && node.type !== 'ArrowFunctionExpression') return [];
  return childrenOf(node).flatMap(receiversIn);
}

/** The text of code with the names of its inputs in the place of what they are. */
export function textWithInputs(
  { text }: FixSource,
  node: { readonly range: readonly [number, number] },
  inputs: readonly Input[],
): string {
  const uses = inputs.flatMap(({ name, argument, uses: places }) =>
    name === argument ? [] : places.map((place) => ({ name, start: startOffset(place), end: endOffset(place), place })),
  );
  let result = '';
  let at = node.range[0];
  for (const { name, start, end, place } of uses.sort((a, b) => a.start - b.start)) {
    if (!isInside(place, node) || start < at) continue;
    result += text.slice(at, start) + name;
    at = end;
  }
  return result + text.slice(at, node.range[1]);
}
