import type { Reference, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { ParameterUse } from '../../../../model/fix.ts';
import { type FunctionNode, isFunctionNode, type Node, startOffset, staticName, unwrap } from '../../ast.ts';
import { QUIET_GLOBALS } from '../../builtins.ts';
import { MUTATORS } from '../shared-state.ts';
import { type FixSource, parentOf, rangeAt } from '../source.ts';

/** What code does with a value that it is given: whether a copy would do, and whether it can be copied at all. */
export function useOf(source: FixSource, variable: Variable, references: readonly Reference[]): ParameterUse {
  const look: Look = { source, isData: annotated(variable), seen: new Set(), refusal: undefined };
  followAll(look, variable, references, 'whole');
  if (look.refusal) return { kind: 'refused', ...look.refusal };
  return { kind: look.isData ? 'copied' : 'open' };
}

/** The same for an expression that is written in several places. */
export function useOfExpressions(source: FixSource, nodes: readonly Node[]): ParameterUse {
  const look: Look = { source, isData: false, seen: new Set(), refusal: undefined };
  for (const node of nodes) follow(look, node, 'whole', true);
  if (look.refusal) return { kind: 'refused', ...look.refusal };
  return { kind: look.isData ? 'copied' : 'open' };
}

interface Look {
  readonly source: FixSource;
  /** Something is done with it that only texts, numbers and collections allow. */
  isData: boolean;
  readonly seen: Set<Variable>;
  refusal: { readonly reason: string; readonly line: number } | undefined;
}

/** `whole`: the value, or a part of it, so that a change of it is seen by others; `list`: a new list of such parts. */
type Share = 'whole' | 'list';

function followAll(look: Look, variable: Variable, references: readonly Reference[], share: Share): void {
  if (look.seen.has(variable)) return;
  look.seen.add(variable);
  for (const reference of references) {
    if (reference.init === true || reference.isTypeReference || !reference.isRead()) continue;
    follow(look, reference.identifier, share, true);
  }
}

/** What is done with an expression that is the value, or leads into it. */
function follow(look: Look, node: Node, share: Share, isRoot = false): void {
  const { source } = look;
  const parent = parentOf(source, node);
  if (!parent) return;
  if (unwrap(parent) === unwrap(node) && parent !== node) return follow(look, parent, share, isRoot);
  switch (parent.type) {
    case 'MemberExpression':
      if (parent.object === node) followMember(look, parent, share, isRoot);
      else prove(look, isRoot);
      return;
    case 'CallExpression':
    case 'NewExpression':
      return followArgument(look, parent, node, share, isRoot);
    case 'ForOfStatement':
      prove(look, isRoot);
      return followTarget(look, parent.left, 'whole');
    case 'SpreadElement':
    case 'TemplateLiteral':
    case 'UpdateExpression':
      return prove(look, isRoot);
    case 'BinaryExpression':
      if (parent.operator === 'instanceof') return refuseUse(look, 'its class counts', node);
      return /^[=!]/.test(parent.operator) || parent.operator === 'in' ? undefined : prove(look, isRoot);
    case 'VariableDeclarator':
      return parent.init === node ? followTarget(look, parent.id, share) : undefined;
    case 'AssignmentExpression':
      if (parent.right === node) return followTarget(look, parent.left, share);
      // `sum += …`
      return /^[-+*/%&|^<>]+=$/.test(parent.operator) ? prove(look, isRoot) : undefined;
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return 'test' in parent && parent.test === node ? undefined : follow(look, parent, share);
    default:
  }
}

function prove(look: Look, isRoot: boolean): void {
  if (isRoot) look.isData = true;
}

function refuseUse(look: Look, reason: string, node: Node): void {
  const [line] = rangeAt(look.source, startOffset(node));
  look.refusal ??= { reason, line: line + 1 };
}

const PARTS = /^(?:find|findLast|at|get|pop|shift|values|entries|next|valueOf)$/;
const LISTS = /^(?:filter|slice|concat|toSorted|toReversed|toSpliced|flat|splice|flatMap|map)$/;
const EACH = /^(?:map|filter|forEach|find|findIndex|findLast|some|every|flatMap|reduce|reduceRight|sort|toSorted)$/;
/** Methods of texts, numbers, collections and dates. */
export const OF_DATA: ReadonlySet<string> = new Set(
  (
    'map filter forEach find findIndex findLast findLastIndex some every reduce reduceRight flatMap flat slice concat ' +
    'join includes indexOf lastIndexOf at keys values entries has get toSorted toReversed toSpliced with trim trimEnd ' +
    'trimStart split substring substr charAt charCodeAt codePointAt startsWith endsWith padStart padEnd replace ' +
    'replaceAll match matchAll search toLowerCase toUpperCase toFixed toPrecision toISOString getTime getFullYear ' +
    'getMonth getDate getDay getHours getMinutes getSeconds localeCompare normalize repeat subarray'
  ).split(' '),
);
const OF_ANYTHING = /^(?:toString|valueOf|toJSON|hasOwnProperty|length|size)$/;

function followMember(look: Look, member: TSESTree.MemberExpression, share: Share, isRoot: boolean): void {
  const { source } = look;
  const name = staticName(member.property, member.computed);
  const use = parentOf(source, member);
  const isTarget =
    (use?.type === 'AssignmentExpression' && use.left === member) ||
    use?.type === 'UpdateExpression' ||
    (use?.type === 'UnaryExpression' && use.operator === 'delete');
  if (isTarget) return share === 'whole' ? refuseUse(look, 'it is changed', member) : undefined;
  if (use?.type === 'CallExpression' && use.callee === member) {
    return followMethod(look, use, name ?? '', share, isRoot);
  }
  if (member.computed || name === 'length' || name === 'size') prove(look, isRoot);
  if (name !== 'length' && name !== 'size') follow(look, member, 'whole');
}

function followMethod(look: Look, call: TSESTree.CallExpression, name: string, share: Share, isRoot: boolean): void {
  if (MUTATORS.test(name)) {
    if (share === 'whole') refuseUse(look, 'it is changed', call);
  } else if (OF_DATA.has(name)) prove(look, isRoot);
  else if (!OF_ANYTHING.test(name)) return refuseUse(look, `its method ${name} is called`, call);
  if (EACH.test(name)) followCallback(look, call, name);
  if (PARTS.test(name)) follow(look, call, 'whole');
  else if (LISTS.test(name)) follow(look, call, 'list');
}

/** What a callback gets is a part of the value. */
function followCallback(look: Look, { arguments: [callback] }: TSESTree.CallExpression, name: string): void {
  const fn = callback && unwrap(callback);
  if (!fn || !isFunctionNode(fn)) return;
  const [first, second] = fn.params;
  const isPair = /^(?:reduce|reduceRight|sort|toSorted)$/.test(name);
  if (first && !name.startsWith('reduce')) followTarget(look, first, 'whole');
  if (second && isPair) followTarget(look, second, 'whole');
}

/** The names that the value, or parts of it, get. */
function followTarget(look: Look, target: Node, share: Share): void {
  const { source } = look;
  const declared = target.type === 'VariableDeclaration' ? target.declarations[0].id : target;
  for (const name of namesIn(declared)) {
    const variable = source.scopes.variables.find(
      ({ identifiers, references }) =>
        identifiers.includes(name) || references.some(({ identifier }) => identifier === name),
    );
    if (variable) followAll(look, variable, variable.references, name === declared ? share : 'whole');
  }
}

function namesIn(pattern: Node): TSESTree.Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? namesIn(element) : []));
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) => namesIn(one.type === 'Property' ? one.value : one.argument));
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'RestElement':
      return namesIn(pattern.argument);
    default:
      return [];
  }
}

function followArgument(
  look: Look,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  node: Node,
  share: Share,
  isRoot: boolean,
): void {
  const callee = unwrap(call.callee);
  if (call.callee === node) return refuseUse(look, 'it is called', node);
  if (callee.type === 'MemberExpression' && callee.object.type === 'Identifier') {
    const { name } = callee.object;
    const method = staticName(callee.property, callee.computed) ?? '';
    if (name === 'Object' && /^(?:assign|define|setPrototypeOf|freeze)/.test(method)) {
      if (call.arguments[0] === node && share === 'whole') refuseUse(look, 'it is changed', node);
    } else if (QUIET_GLOBALS.has(name) && name !== 'JSON') prove(look, isRoot);
    return;
  }
  if (callee.type !== 'Identifier') return;
  const fn = functionNamed(look.source, callee.name);
  const parameter = fn?.params[call.arguments.findIndex((argument) => argument === node)];
  if (parameter) followTarget(look, parameter, share);
}

/** The function at the top level of the file that has the name. */
export function functionNamed({ scopes }: FixSource, name: string): FunctionNode | undefined {
  const variable = scopes.variables.find((one) => one.name === name && one.scope.block.type === 'Program');
  for (const { node } of variable?.defs ?? []) {
    if (isFunctionNode(node)) return node;
    if (node.type === 'VariableDeclarator' && node.init) {
      const value = unwrap(node.init);
      if (isFunctionNode(value)) return value;
    }
  }
  return undefined;
}

/** Whether its type says that it is data. */
function annotated({ defs }: Variable): boolean {
  return defs.some(({ name }) => {
    const annotation = name.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined;
    return annotation !== undefined && isDataType(annotation);
  });
}

function isDataType(type: TSESTree.TypeNode): boolean {
  switch (type.type) {
    case 'TSNumberKeyword':
    case 'TSStringKeyword':
    case 'TSBooleanKeyword':
    case 'TSBigIntKeyword':
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
    case 'TSLiteralType':
    case 'TSTemplateLiteralType':
    case 'TSArrayType':
    case 'TSTupleType':
      return true;
    case 'TSUnionType':
      return type.types.every(isDataType);
    case 'TSTypeOperator':
      return type.typeAnnotation !== undefined && isDataType(type.typeAnnotation);
    case 'TSTypeLiteral':
      return type.members.every((member) => member.type === 'TSPropertySignature');
    case 'TSTypeReference':
      return (
        type.typeName.type === 'Identifier' &&
        /^(?:Readonly)?(?:Array|Map|Set)$|^(?:Record|Date|RegExp|Buffer|(?:Big)?(?:Ui|I)nt\d+(?:Clamped)?Array|Float\d+Array)$/.test(
          type.typeName.name,
        )
      );
    default:
      return false;
  }
}
