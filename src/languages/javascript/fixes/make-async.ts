import type { TSESTree } from '@typescript-eslint/types';
import { type FunctionNode, isClassNode, type Node, sliceOf, startOffset, staticName } from '../ast.ts';
import type { Comment } from '../parse.ts';
import { type Editor, insert, insertAfter, insertBefore, refuse, replace } from './editor.ts';
import { awaitExpression } from './await-call.ts';
import { childrenOf, type FixSource, functionAround, parentOf } from './source.ts';

/**
 * Makes a function asynchronous: the keyword, the types that say what it returns, its overloads, its documentation.
 * `isCopy`: it gets a name of its own, so that it stands for nothing else.
 */
export function makeAsync(editor: Editor, fn: FunctionNode, name: string, isCopy = false): void {
  const { source } = editor;
  if (fn.async) return;
  const holder = holderOf(source, fn);
  if (!isCopy && !mayOverride(editor, holder, name)) return;
  wrapReturnType(editor, fn.returnType, name);
  wrapDeclaredType(editor, holder, name);
  wrapOverloads(editor, fn, holder);
  wrapDocumentation(editor, holder);
  const isMethod = holder.type === 'MethodDefinition' || (holder.type === 'Property' && holder.method);
  if (isMethod) insert(editor, keyOffset(source, holder), 'async ');
  else insertBefore(editor, fn, 'async ');
  awaitReturnsInTry(editor, fn);
}

/** The method, property or variable that holds the function. */
export function holderOf(source: FixSource, fn: FunctionNode): Node {
  const parent = parentOf(source, fn);
  const holds =
    parent?.type === 'MethodDefinition' ||
    parent?.type === 'PropertyDefinition' ||
    parent?.type === 'Property' ||
    parent?.type === 'VariableDeclarator';
  return holds && (!('value' in parent) || parent.value === fn) ? parent : fn;
}

function keyOffset({ text }: FixSource, holder: TSESTree.MethodDefinition | TSESTree.Property): number {
  const key = startOffset(holder.key);
  return holder.computed ? text.lastIndexOf('[', key) : key;
}

/** A method that stands for one of a superclass or an interface must keep its signature. */
function mayOverride(editor: Editor, holder: Node, name: string): boolean {
  const { source } = editor;
  if (holder.type === 'Property') return mayChangeType(editor, holder, name);
  if (holder.type !== 'MethodDefinition' && holder.type !== 'PropertyDefinition') return true;
  const owner = parentOf(source, parentOf(source, holder) ?? holder);
  if (!owner || !isClassNode(owner) || holder.static) return true;
  const key = staticName(holder.key, holder.computed) ?? '';
  if (owner.superClass && !inheritsNoMethod(sliceOf(source.text, owner.superClass), key)) {
    refuse(
      editor,
      'override',
      `${name} may override a method of ${sliceOf(source.text, owner.superClass)}`,
      holder.key,
    );
    return false;
  }
  return owner.implements.every((one) =>
    wrapContract(editor, { text: sliceOf(source.text, one.expression), node: one }, key, name),
  );
}

/** `const store: Store = { load() { … } }` */
function mayChangeType(editor: Editor, holder: TSESTree.Property, name: string): boolean {
  const { source } = editor;
  const object = parentOf(source, holder);
  const declarator = object && parentOf(source, object);
  if (declarator?.type !== 'VariableDeclarator' || declarator.init !== object) return true;
  const type = declarator.id.typeAnnotation?.typeAnnotation;
  const key = staticName(holder.key, holder.computed) ?? '';
  return !type || wrapContract(editor, { text: sliceOf(source.text, type), node: type }, key, name);
}

/** A type that says what a method returns, as it is named in a place. */
interface Contract {
  readonly text: string;
  readonly node: Node;
}

const EMITTER_METHODS =
  /^(?:on|once|off|emit|addListener|removeListener|removeAllListeners|prependListener|prependOnceListener|eventNames|listenerCount|listeners|rawListeners|setMaxListeners|getMaxListeners)$/;

/** Superclasses whose methods are known, and the method is none of them. */
function inheritsNoMethod(superclass: string, method: string): boolean {
  if (/(?:^|\.)EventEmitter$/.test(superclass)) return !EMITTER_METHODS.test(method);
  return /^(?:Type|Range|Syntax|Aggregate)?Error$/.test(superclass) && method !== 'toString';
}

/** Changes the method in an interface of this file that no other class or object implements. */
function wrapContract(editor: Editor, { text, node: contract }: Contract, key: string, name: string): boolean {
  const { source } = editor;
  const { found, isShared } = interfaceOf(source, text);
  if (!found || found.extends.length > 0) {
    refuse(
      editor,
      'interface',
      `${name} may be a part of the interface ${text}, which is declared elsewhere`,
      contract,
    );
    return false;
  }
  for (const member of found.body.body) {
    if (!('key' in member) || staticName(member.key, member.computed) !== key) continue;
    if (isShared) {
      refuse(editor, 'interface', `${name} is a part of the interface ${text}, which others may implement`, contract);
      return false;
    }
    if (member.type === 'TSMethodSignature') wrapReturnType(editor, member.returnType, name);
    else wrapFunctionType(editor, member.typeAnnotation?.typeAnnotation, name);
  }
  return true;
}

/** The interface of this file that a class implements, and whether others may implement it as well. */
export function interfaceOf(
  source: FixSource,
  text: string,
): { readonly found: TSESTree.TSInterfaceDeclaration | undefined; readonly isShared: boolean } {
  const found = source.program.body
    .map((node) => (node.type === 'ExportNamedDeclaration' ? node.declaration : node))
    .find((node) => node?.type === 'TSInterfaceDeclaration' && node.id.name === text);
  if (found?.type !== 'TSInterfaceDeclaration') return { found: undefined, isShared: false };
  const uses = source.text.match(new RegExp(`\\bimplements\\b[^{]*\\b${text}\\b|: ${text} = \\{`, 'g'))?.length ?? 0;
  return { found, isShared: uses > 1 || parentOf(source, found)?.type === 'ExportNamedDeclaration' };
}

function wrapReturnType(editor: Editor, annotation: TSESTree.TSTypeAnnotation | undefined, name: string): void {
  const type = annotation?.typeAnnotation;
  if (type) wrapType(editor, type, name);
}

function wrapType(editor: Editor, type: TSESTree.TypeNode, name: string): void {
  const text = sliceOf(editor.source.text, type);
  if (type.type === 'TSTypePredicate') {
    refuse(editor, 'type predicate', `${name} narrows the type of its argument, which a promise cannot`, type);
  } else if (!/^Promise(?:Like)?</.test(text)) {
    insertBefore(editor, type, 'Promise<');
    insertAfter(editor, type, '>');
  }
}

/** `const load: (p: string) => string = …` */
function wrapDeclaredType(editor: Editor, holder: Node, name: string): void {
  const annotation =
    holder.type === 'VariableDeclarator'
      ? holder.id.typeAnnotation
      : holder.type === 'PropertyDefinition'
        ? holder.typeAnnotation
        : undefined;
  wrapFunctionType(editor, annotation?.typeAnnotation, name);
}

function wrapFunctionType(editor: Editor, type: TSESTree.TypeNode | undefined, name: string): void {
  if (type?.type === 'TSFunctionType') wrapReturnType(editor, type.returnType, name);
  else if (type) refuse(editor, 'declared type', `the type of ${name} is declared elsewhere`, type);
}

/** Overloads and abstract signatures of the same name. */
function wrapOverloads(editor: Editor, fn: FunctionNode, holder: Node): void {
  const { source } = editor;
  const name = holder.type === 'MethodDefinition' ? staticName(holder.key, holder.computed) : fn.id?.name;
  const outer = holder.type === 'MethodDefinition' ? parentOf(source, holder) : listAround(source, fn);
  if (!outer || name === undefined) return;
  for (const sibling of childrenOf(outer)) {
    const declared =
      sibling.type === 'ExportNamedDeclaration' || sibling.type === 'ExportDefaultDeclaration'
        ? sibling.declaration
        : sibling;
    if (declared?.type === 'TSDeclareFunction' && declared.id?.name === name) {
      wrapReturnType(editor, declared.returnType, name);
    } else if (declared?.type === 'MethodDefinition' && declared !== holder && declared.kind === 'method') {
      const isOverload = (declared.value as Node).type === 'TSEmptyBodyFunctionExpression';
      if (isOverload && staticName(declared.key, declared.computed) === name) {
        wrapReturnType(editor, declared.value.returnType, name);
      }
    }
  }
}

function listAround(source: FixSource, fn: FunctionNode): Node | undefined {
  const parent = parentOf(source, fn);
  return parent?.type.startsWith('Export') ? parentOf(source, parent) : parent;
}

/** `@returns {T}` → `@returns {Promise<T>}` in the comment right before the function, and so `@type {(a: A) => T}`. */
function wrapDocumentation(editor: Editor, holder: Node): void {
  const { source } = editor;
  const comment = documentationOf(source, holder);
  if (!comment) return;
  const returned = documentedType(source, comment, /@returns?\s*\{/);
  if (returned) wrapText(editor, returned.start, returned.end);
  const own = documentedType(source, comment, /@type\s*\{/);
  const arrow = own && closingAt(source.text, source.text.indexOf('(', own.start));
  const result = arrow === undefined ? undefined : /^\)\s*=>\s*/.exec(source.text.slice(arrow));
  if (own && arrow !== undefined && result && /^\s*\(/.test(source.text.slice(own.start))) {
    wrapText(editor, arrow + result[0].length, own.end);
  }
}

function wrapText(editor: Editor, start: number, end: number): void {
  const type = editor.source.text.slice(start, end);
  if (!/^\s*Promise\b/.test(type)) replace(editor, start, end, `Promise<${type.trim()}>`);
}

/** What stands in the braces after a tag. */
function documentedType(
  { text }: FixSource,
  { start, end }: Comment,
  tag: RegExp,
): { readonly start: number; readonly end: number } | undefined {
  const found = tag.exec(text.slice(start, end));
  const from = found && start + found.index + found[0].length;
  const close = from === null ? undefined : closingAt(text, from - 1);
  return from === null || close === undefined || close > end ? undefined : { start: from, end: close };
}

/** Where the bracket at an offset is closed. */
function closingAt(text: string, open: number): number | undefined {
  let depth = 0;
  for (let offset = open; offset >= 0 && offset < text.length; offset++) {
    const char = text[offset];
    if (char === '{' || char === '(' || char === '[') depth++;
    else if ((char === '}' || char === ')' || char === ']') && --depth === 0) return offset;
  }
  return undefined;
}

/** The JSDoc comment right before what holds a function. */
export function documentationOf(source: FixSource, holder: Node): Comment | undefined {
  const start = startOffset(statementOf(source, holder));
  return source.comments.find(
    ({ block, text, end }) =>
      block && text.startsWith('*') && end <= start && /^\s*$/.test(source.text.slice(end, start)),
  );
}

/** The member or the statement that what holds a function is, with its `export`. */
export function statementOf(source: FixSource, holder: Node): Node {
  let statement = holder;
  for (let outer = parentOf(source, holder); outer; outer = parentOf(source, outer)) {
    if (!/^(?:Export|VariableDeclaration$|ExpressionStatement$|AssignmentExpression$)/.test(outer.type)) break;
    statement = outer;
  }
  return statement;
}

/** A promise that is returned from a `try` block settles after it unless it is awaited there. */
function awaitReturnsInTry(editor: Editor, fn: FunctionNode): void {
  const { source } = editor;
  const visit = (node: Node, isInTry: boolean): void => {
    if (node !== fn && functionAround(source, node) !== fn) return;
    if (node.type === 'ReturnStatement' && isInTry && node.argument?.type === 'NewExpression') {
      if (/^Promise\b/.test(sliceOf(source.text, node.argument.callee))) awaitExpression(editor, node.argument);
    }
    for (const child of childrenOf(node)) visit(child, isInTry || node.type === 'TryStatement');
  };
  visit(fn, false);
}
