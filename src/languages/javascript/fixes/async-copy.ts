import type { TSESTree } from '@typescript-eslint/types';
import type { PlannedReexport } from '../../../model/fix.ts';
import {
  endOffset,
  type FunctionNode,
  isClassNode,
  type Node,
  sliceOf,
  startOffset,
  staticName,
  unwrap,
} from '../ast.ts';
import { type Editor, insert, refuse, replace, takeRegion } from './editor.ts';
import { endOfLineOf } from './layout.ts';
import { documentationOf, holderOf, interfaceOf, statementOf } from './make-async.ts';
import { bindingOf } from './modules.ts';
import { importedName } from './names.ts';
import { type Call, calleeOf, childrenOf, isNameUsed, parentOf, variableAt } from './source.ts';
import { indentAt, styleOf } from './style.ts';

/** Has a call go to the asynchronous copy of what it calls. */
export function callCopy(editor: Editor, call: Call, copy: string): void {
  const { source } = editor;
  const callee = calleeOf(call);
  if (callee.type === 'MemberExpression' && !callee.computed) {
    const name = callee.property.type === 'PrivateIdentifier' ? `#${copy}` : copy;
    return replace(editor, startOffset(callee.property), endOffset(callee.property), name);
  }
  if (callee.type !== 'Identifier') return refuse(editor, 'indirect call', 'what is called has no name here', call);
  const binding = bindingOf(source, callee);
  // What a CommonJS module exports as a whole has the copy as a member.
  if (binding?.imported === '*') return insert(editor, endOffset(callee), `.${copy}`);
  const isAlias = !binding && variableAt(source, callee, callee.name)?.defs[0]?.node.type === 'VariableDeclarator';
  if (isAlias && !isFunctionVariable(editor, callee)) {
    return refuse(editor, 'indirect call', `${callee.name} is another name of the function`, call);
  }
  const name = binding ? importedName(editor, call, binding.specifier, copy) : copy;
  replace(editor, startOffset(callee), endOffset(callee), name);
}

/** `const load = () => …`, where the copy can stand beside it. */
function isFunctionVariable({ source }: Editor, callee: TSESTree.Identifier): boolean {
  const declarator = variableAt(source, callee, callee.name)?.defs[0]?.node;
  const init = declarator?.type === 'VariableDeclarator' && declarator.init ? unwrap(declarator.init) : undefined;
  return init !== undefined && /^(?:ArrowFunction|Function)Expression$/.test(init.type);
}

/** Puts the changed text of a function beside it under another name, and leaves the function as it was. */
export function writeCopy(editor: Editor, fn: FunctionNode, name: string, copy: string): void {
  const { source } = editor;
  const holder = holderOf(source, fn);
  const outer = statementOf(source, holder);
  const label = labelOf(editor, fn, holder, outer);
  if (!label || hasOverloads(editor, holder, outer)) {
    return refuse(editor, 'no room for a copy', `${name} stands where no copy can be put beside it`, fn);
  }
  const isVariable = label.type === 'Identifier' && (fn.id === label || holder.type === 'VariableDeclarator');
  if (isVariable && isNameUsed(source, copy)) {
    return refuse(editor, 'name taken', `${copy} means something else in the file`, fn);
  }
  if (fn.type === 'FunctionExpression' && fn.id && keepsName(editor, fn.id)) {
    return refuse(editor, 'used as a value', `${name} uses itself as a value`, fn);
  }
  declareCopy(editor, holder, name, copy);
  if (label.type === 'Identifier' && isWholeExport(editor, label)) insert(editor, startOffset(label), 'exports.');
  for (const part of new Set([label, ...(fn.id ? [fn.id] : [])])) {
    const text = part.type === 'PrivateIdentifier' ? `#${copy}` : copy;
    const end = part.type === 'Identifier' && part.typeAnnotation ? startOffset(part.typeAnnotation) : endOffset(part);
    replace(editor, startOffset(part), end, text);
  }
  if (holder.type === 'MethodDefinition' && holder.override) dropOverride(editor, holder);
  // There is one default: the copy has a name.
  if (outer.type === 'ExportDefaultDeclaration') {
    replace(editor, startOffset(outer), startOffset(outer.declaration), 'export ');
  }
  const { newline } = styleOf(source);
  const indent = indentAt(source, startOffset(outer));
  const text = takeRegion(editor, documentationOf(source, holder)?.start ?? startOffset(outer), endOffset(outer));
  const isProperty = holder.type === 'Property';
  const isShort = !text.includes('\n');
  const gap = isShort ? newline : newline + newline;
  if (isProperty) insert(editor, endOffset(outer), `,${gap}${indent}${text}`);
  else insert(editor, endOfLineOf(source, outer), `${gap}${indent}${text}`);
  if (isVariable) exportCopy(editor, fn.id ?? label, outer, copy);
  editor.warnings.add(`${name} stays for its other callers: it and ${copy} are to be kept alike`);
}

/** Interfaces of the file that the method is a part of, and through which it may be called, get the copy as well. */
function declareCopy(editor: Editor, holder: Node, name: string, copy: string): void {
  const { source } = editor;
  const owner = parentOf(source, parentOf(source, holder) ?? holder);
  if (holder.type !== 'MethodDefinition' || holder.static || !owner || !isClassNode(owner)) return;
  const key = staticName(holder.key, holder.computed) ?? '';
  for (const contract of owner.implements) {
    const { found, isShared } = interfaceOf(source, sliceOf(source.text, contract.expression));
    const member = found?.body.body.find((one) => 'key' in one && staticName(one.key, one.computed) === key);
    if (!member) continue;
    if (isShared || member.type !== 'TSMethodSignature' || !member.returnType) {
      return refuse(
        editor,
        'interface',
        `${name} is a part of an interface that the copy cannot be put into`,
        contract,
      );
    }
    const { text } = source;
    const type = member.returnType.typeAnnotation;
    const head = copy + text.slice(endOffset(member.key), startOffset(type));
    const line = `${head}Promise<${sliceOf(text, type)}>${text.slice(endOffset(type), endOffset(member))}`;
    insert(editor, endOffset(member), styleOf(source).newline + indentAt(source, startOffset(member)) + line);
  }
}

/** What names the function: the copy gets another one there. */
function labelOf(editor: Editor, fn: FunctionNode, holder: Node, outer: Node): Node | undefined {
  if (outer.type === 'ExportDefaultDeclaration') return outer.declaration === fn ? (fn.id ?? undefined) : undefined;
  if (holder.type === 'VariableDeclarator') {
    const declaration = parentOf(editor.source, holder);
    const isOnly = declaration?.type === 'VariableDeclaration' && declaration.declarations.length === 1;
    return isOnly && holder.id.type === 'Identifier' ? holder.id : undefined;
  }
  if (holder.type === 'MethodDefinition' || holder.type === 'PropertyDefinition') {
    return holder.computed || holder.decorators.length > 0 ? undefined : holder.key;
  }
  if (holder.type === 'Property') return holder.computed ? undefined : holder.key;
  if (fn.type === 'FunctionDeclaration') return fn.id ?? undefined;
  const assignment = parentOf(editor.source, fn);
  if (assignment?.type !== 'AssignmentExpression' || outer.type !== 'ExpressionStatement') return undefined;
  const { left } = assignment;
  if (outer.expression !== assignment || left.type !== 'MemberExpression' || left.computed) return undefined;
  return left.property;
}

function hasOverloads(editor: Editor, holder: Node, outer: Node): boolean {
  const owner = parentOf(editor.source, holder.type === 'MethodDefinition' ? holder : outer);
  if (!owner) return false;
  return childrenOf(owner).some((sibling) => {
    if (holder.type === 'MethodDefinition') {
      const isOther = sibling.type === 'MethodDefinition' && sibling !== holder && sibling.kind === 'method';
      return isOther && staticName(sibling.key, sibling.computed) === staticName(holder.key, holder.computed);
    }
    const declared = sibling.type === 'ExportNamedDeclaration' ? sibling.declaration : sibling;
    return declared?.type === 'TSDeclareFunction' && 'id' in holder && declared.id?.name === nameOf(holder.id);
  });
}

function nameOf(node: Node | null): string | undefined {
  return node?.type === 'Identifier' ? node.name : undefined;
}

/** `exports` of `module.exports = function () {}`: the copy becomes a member of it. */
function isWholeExport({ source }: Editor, label: Node): boolean {
  const member = parentOf(source, label);
  return member?.type === 'MemberExpression' && sliceOf(source.text, member) === 'module.exports';
}

/** Whether a function expression names itself where nothing is going to change. */
function keepsName({ source, changes }: Editor, id: TSESTree.Identifier): boolean {
  const variable = source.scopes.variables.find(({ identifiers }) => identifiers.includes(id));
  return (variable?.references ?? []).some(
    ({ identifier }) =>
      !changes.some(({ start, end }) => start === startOffset(identifier) && end === endOffset(identifier)),
  );
}

/** The copy has a name that nothing above it has. */
function dropOverride(editor: Editor, method: TSESTree.MethodDefinition): void {
  const { text } = editor.source;
  const start = startOffset(method);
  const found = /\boverride\s+/.exec(text.slice(start, startOffset(method.key)));
  if (found) replace(editor, start + found.index, start + found.index + found[0].length, '');
}

/** Exports the copy wherever the file exports the function. */
function exportCopy(editor: Editor, label: Node, outer: Node, copy: string): void {
  const { source } = editor;
  if (/^Export(?:Named|Default)Declaration$/.test(outer.type) || label.type !== 'Identifier') return;
  const variable = source.scopes.variables.find(({ identifiers }) => identifiers.includes(label));
  for (const { identifier } of variable?.references ?? []) {
    const use = parentOf(source, identifier);
    const around = use && parentOf(source, use);
    if (use?.type === 'ExportSpecifier') addBeside(editor, use, copy);
    else if (use?.type === 'Property' && use.value === identifier && around && isOffer(editor, around)) {
      addBeside(editor, use, copy);
    } else if (
      use?.type === 'AssignmentExpression' &&
      use.right === identifier &&
      around?.type === 'ExpressionStatement'
    ) {
      const { left } = use;
      const isMember = left.type === 'MemberExpression' && !left.computed;
      const whole = sliceOf(source.text, left);
      const object = whole === 'module.exports' ? whole : isMember ? sliceOf(source.text, left.object) : '';
      if (!/^(?:module\.)?exports$/.test(object)) continue;
      const { newline, semicolon } = styleOf(source);
      const indent = indentAt(source, startOffset(around));
      const line = `${object}.${copy} = ${copy}${semicolon}`;
      insert(editor, endOfLineOf(source, around), newline + indent + line);
    }
  }
}

/** `export { load } from './load.js'` → `export { load, loadAsync } from './load.js'` */
export function reexportCopies(editor: Editor, planned: readonly PlannedReexport[]): void {
  const done = new Set<string>();
  for (const { specifier, name, copy } of planned) {
    for (const statement of editor.source.program.body) {
      if (statement.type !== 'ExportNamedDeclaration' || statement.source?.value !== specifier) continue;
      const found = statement.specifiers.find(({ local }) => nameOf(local) === name);
      if (!found || done.has(copy)) continue;
      done.add(copy);
      addBeside(editor, found, copy);
    }
  }
}

/** An object that others get: `module.exports = { load }`, `export const files = { load }`. */
function isOffer({ source }: Editor, object: Node): boolean {
  const holder = parentOf(source, object);
  if (holder?.type === 'AssignmentExpression') return /^(?:module\.)?exports\b/.test(sliceOf(source.text, holder.left));
  if (holder?.type === 'ExportDefaultDeclaration') return true;
  return holder?.type === 'VariableDeclarator' && !isClassNode(object);
}

function addBeside(editor: Editor, node: Node, name: string): void {
  const { source } = editor;
  const isOnLine = /^[ \t]*$/.test(
    source.text.slice(source.text.lastIndexOf('\n', startOffset(node)) + 1, startOffset(node)),
  );
  const gap = isOnLine ? styleOf(source).newline + indentAt(source, startOffset(node)) : ' ';
  insert(editor, endOffset(node), `,${gap}${name}`);
}
