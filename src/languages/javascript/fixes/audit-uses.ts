import type { TSESTree } from '@typescript-eslint/types';
import type { FilePlan } from '../../../model/fix.ts';
import type { Range } from '../../../model/range.ts';
import { type FunctionNode, type Node, sliceOf, startOffset, staticName, unwrap } from '../ast.ts';
import { definedExport } from '../export-calls.ts';
import { type Editor, refuse } from './editor.ts';
import { auditHolder } from './holders.ts';
import { moduleBindings, requiredModule } from './modules.ts';
import { callAt, childrenOf, type FixSource, functionAround, parentOf } from './source.ts';

/**
 * Every use of a function that becomes asynchronous must be one that the plan knows: a use as a value may call it unawaited.
 * What makes and returns one of them may only be called, and what the calls return is used like the function.
 */
export function auditUses(
  editor: Editor,
  plan: FilePlan,
  functions: readonly FunctionNode[],
  makers: ReadonlyMap<FunctionNode, FunctionNode>,
): void {
  const { source } = editor;
  const { results = [], awaits, callbacks, handovers } = plan;
  const makes = callsAt(source, results);
  const known = callsAt(source, [...results, ...[...awaits, ...callbacks, ...handovers].map(({ at }) => at)]);
  for (const fn of functions) auditFunction(editor, fn, known, makers.get(fn));
  for (const maker of makers.values()) auditFunction(editor, maker, known);
  for (const call of makes) auditResult(editor, call, known);
  for (const { specifier, name } of plan.imported) auditImport(editor, specifier, name, known);
}

function callsAt(source: FixSource, ranges: readonly Range[]): ReadonlySet<Node> {
  return new Set(ranges.map((at) => callAt(source, at)).filter((call) => call !== undefined));
}

/** `const handle = route(config)`: each use of the name is one of the function; so is the call itself anywhere else. */
function auditResult(editor: Editor, call: Node, known: ReadonlySet<Node>): void {
  const parent = parentOf(editor.source, call);
  if (parent?.type === 'VariableDeclarator' && parent.init === call && parent.id.type === 'Identifier')
    auditVariable(editor, parent.id, known);
  else if (parent?.type !== 'ExpressionStatement') auditReference(editor, call, known);
}

function auditFunction(editor: Editor, fn: FunctionNode, known: ReadonlySet<Node>, maker?: FunctionNode): void {
  const { source } = editor;
  const value = boundCall(source, fn) ?? fn;
  const parent = parentOf(source, value);
  if (fn.id) auditVariable(editor, fn.id, known, maker);
  if (fn.type === 'FunctionDeclaration') return;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier')
    auditVariable(editor, parent.id, known, maker);
  else if (parent && holds(parent)) auditHolder(editor, parent, known);
  else if (parent && !isReturned(source, value, maker) && !isPlaceOfFunction(source, value, parent, known)) {
    refuse(editor, 'used as a value', 'the function is kept somewhere: who calls it is not known', fn);
  }
}

function holds({ type }: Node): boolean {
  return type === 'Property' || type === 'MethodDefinition' || type === 'PropertyDefinition';
}

/** `function () { … }.bind(this)`: the same function for whoever gets it. */
function boundCall(source: FixSource, fn: Node): Node | undefined {
  const member = parentOf(source, fn);
  const call = member && parentOf(source, member);
  const isBound =
    member?.type === 'MemberExpression' &&
    member.object === fn &&
    staticName(member.property, member.computed) === 'bind' &&
    call?.type === 'CallExpression' &&
    call.callee === member;
  return isBound ? call : undefined;
}

/** Whether the value is what the maker returns. */
function isReturned(source: FixSource, value: Node, maker: FunctionNode | undefined): boolean {
  const parent = parentOf(source, value);
  if (maker === undefined || !parent) return false;
  return parent.type === 'ReturnStatement' ? functionAround(source, parent) === maker : parent === maker;
}

/** Where a function without a name of its own may stand so that the plan knows its callers. */
function isPlaceOfFunction(source: FixSource, fn: Node, parent: Node, known: ReadonlySet<Node>): boolean {
  switch (parent.type) {
    case 'AssignmentExpression':
    case 'ExportDefaultDeclaration':
      return true;
    case 'CallExpression':
    case 'NewExpression':
      return known.has(parent);
    case 'ArrayExpression':
      return known.has(parentOf(source, parent) ?? parent);
    case 'JSXExpressionContainer':
      return isEventHandler(source, parent);
    default:
      return known.has(fn);
  }
}

/** `onClick={…}`: nobody waits for what an event handler returns. */
function isEventHandler(source: FixSource, container: Node): boolean {
  const attribute = parentOf(source, container);
  return attribute?.type === 'JSXAttribute' && /^on[A-Z]/.test(sliceOf(source.text, attribute.name));
}

function auditVariable(
  editor: Editor,
  name: TSESTree.Identifier,
  known: ReadonlySet<Node>,
  maker?: FunctionNode,
): void {
  const { source } = editor;
  for (const { references, identifiers } of source.scopes.variables) {
    if (!identifiers.includes(name)) continue;
    for (const { identifier, init, isTypeReference } of references) {
      if (init !== true && !isTypeReference) auditReference(editor, identifier, known, maker);
    }
  }
}

function auditImport(editor: Editor, specifier: string, name: string, known: ReadonlySet<Node>): void {
  const { source } = editor;
  for (const binding of moduleBindings(source)) {
    if (binding.specifier !== specifier) continue;
    const isIt =
      binding.imported === name || (name === '=' && (binding.imported === '*' || binding.imported === 'default'));
    const isWhole = binding.imported === '*' || binding.imported === 'default';
    if (!isIt && !isWhole) continue;
    for (const { references, identifiers } of source.scopes.variables) {
      if (
        !identifiers.some(({ range }) => within(range, binding.node.range) && binding.local === textAt(source, range))
      )
        continue;
      for (const { identifier, init } of references) {
        if (init === true) continue;
        if (isIt) auditReference(editor, identifier, known);
        else auditMember(editor, identifier, name, known);
      }
    }
  }
  auditInlineRequires(editor, specifier, name, known);
}

/** `require('./load').load(…)` in the middle of the code. */
function auditInlineRequires(editor: Editor, specifier: string, name: string, known: ReadonlySet<Node>): void {
  const visit = (node: Node): void => {
    if (requiredModule(node) === specifier && parentOf(editor.source, node)?.type !== 'VariableDeclarator') {
      if (name === '=') auditReference(editor, node, known);
      else auditMember(editor, node, name, known);
    }
    childrenOf(node).forEach(visit);
  };
  if (editor.source.text.includes('require(')) visit(editor.source.program);
}

/** `module.name`: the use of one export. Other members are none of the plan's. */
function auditMember(editor: Editor, object: Node, name: string, known: ReadonlySet<Node>): void {
  const parent = parentOf(editor.source, object);
  if (parent?.type !== 'MemberExpression' || parent.object !== object) return;
  const member = staticName(parent.property, parent.computed);
  if (member === undefined) refuse(editor, 'used as a value', 'a member of the module is chosen at run time', parent);
  else if (member === name) auditReference(editor, parent, known);
}

function auditReference(editor: Editor, use: Node, known: ReadonlySet<Node>, maker?: FunctionNode): void {
  const { source } = editor;
  let inner: Node = boundCall(source, use) ?? use;
  let outer = parentOf(source, inner);
  while (outer && isSameValue(outer, inner)) [inner, outer] = [outer, parentOf(source, outer)];
  if (outer?.type === 'Property' && outer.value === inner) auditHolder(editor, outer, known);
  if (!outer || isExport(source, inner, outer) || isReturned(source, inner, maker)) return;
  if ((outer.type === 'CallExpression' || outer.type === 'NewExpression') && known.has(outer)) return;
  if (outer.type === 'ArrayExpression' && known.has(parentOf(source, outer) ?? outer)) return;
  if (outer.type === 'JSXExpressionContainer' && isEventHandler(source, outer)) return;
  if (isOwnProperty(outer, inner)) return;
  const line = source.text.slice(0, startOffset(use)).split('\n').length;
  refuse(
    editor,
    'used as a value',
    `the function is used in line ${line} in a way that the call graph does not follow`,
    use,
  );
}

/** `load.calls`: something that is kept with the function. */
function isOwnProperty(outer: Node, inner: Node): boolean {
  if (outer.type !== 'MemberExpression' || outer.object !== inner) return false;
  const name = staticName(outer.property, outer.computed);
  return name !== undefined && !/^(?:call|apply|bind)$/.test(name);
}

/** Type assertions, and `(0, f)` as compilers write it. */
function isSameValue(outer: Node, inner: Node): boolean {
  if (outer.type === 'SequenceExpression') return outer.expressions.at(-1) === inner;
  return unwrap(outer) === unwrap(inner);
}

/** `export { f }`, `module.exports = f`, `exports.f = f`, `{ f }`. */
function isExport(source: FixSource, inner: Node, outer: Node): boolean {
  if (outer.type === 'ExportSpecifier' || outer.type === 'ExportDefaultDeclaration') return true;
  if (outer.type === 'AssignmentExpression') return outer.right === inner && isExportsPlace(source, outer.left);
  if (outer.type === 'ReturnStatement') return isCompiledExport(source, inner);
  // The engine looks for calls of the property.
  return outer.type === 'Property' && outer.value === inner && parentOf(source, outer)?.type === 'ObjectExpression';
}

/** `Object.defineProperty(exports, 'f', { get: function () { return module.f; } })` */
function isCompiledExport(source: FixSource, value: Node): boolean {
  const getter = functionAround(source, value);
  let call = parentOf(source, getter);
  while (call?.type === 'Property' || call?.type === 'ObjectExpression') call = parentOf(source, call);
  const [target] = call?.type === 'CallExpression' ? call.arguments : [];
  return (
    call?.type === 'CallExpression' &&
    target !== undefined &&
    isExportsPlace(source, target) &&
    definedExport(call)?.value === value
  );
}

function isExportsPlace({ text }: FixSource, left: Node): boolean {
  return /^(?:module\.)?exports\b/.test(text.slice(...left.range));
}

function within(inner: readonly [number, number], outer: readonly [number, number]): boolean {
  return inner[0] >= outer[0] && inner[1] <= outer[1];
}

function textAt({ text }: FixSource, range: readonly [number, number]): string {
  return text.slice(range[0], range[1]).replace(/[\s:?].*$/s, '');
}
