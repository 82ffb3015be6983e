import type { TSESTree } from '@typescript-eslint/types';
import type { PlannedOperation } from '../../../model/fix.ts';
import { endOffset, type Node, sliceOf, startOffset, staticName, unwrap } from '../ast.ts';
import { awaitAs, awaitExpression } from './await-call.ts';
import { type Editor, insert, insertAfter, refuse, replace } from './editor.ts';
import { type FixSource, parentOf, variableAt } from './source.ts';
import { indentAt, quoted, styleOf } from './style.ts';

type CallNode = TSESTree.CallExpression;

/** Fits arguments and result of the awaited call to what the blocking one took and gave; false when it cannot. */
export function applyShape(editor: Editor, call: CallNode, operation: PlannedOperation): boolean {
  const { api, shape } = operation;
  if (shape === 'boolean-access') {
    insertAfter(editor, call, '.then(() => true, () => false)');
    awaitExpression(editor, call);
    return true;
  }
  if (shape === 'stdout') return awaitOutput(editor, call, api);
  const property = ODDITIES[api];
  if (property !== undefined) {
    awaitExpression(editor, call, isUnused(editor.source, call) ? '' : property);
    return true;
  }
  if (/^node:fs\.l?statSync$/.test(api) && !keepAbsence(editor, call)) return false;
  if (api === 'node:crypto.scryptSync' && editor.source.isTypeScript) return awaitScrypt(editor, call);
  awaitExpression(editor, call);
  return true;
}

/** Its declared overloads leave the promisified form without a result type. */
function awaitScrypt(editor: Editor, call: CallNode): boolean {
  if (call.arguments.length > 3) {
    refuse(editor, 'types', 'the declared types of the promisified form take no options', call);
    return false;
  }
  awaitAs(editor, call, 'Buffer');
  return true;
}

/** Promisified, they resolve to an object: this is the part of it that the blocking form returns. */
const ODDITIES: Readonly<Record<string, string>> = {
  'node:fs.readSync': '.bytesRead',
  'node:fs.writeSync': '.bytesWritten',
  'node:fs.readvSync': '.bytesRead',
  'node:fs.writevSync': '.bytesWritten',
};

export function isKnownOddity(api: string): boolean {
  return api in ODDITIES;
}

const BY_PATH_OR_DESCRIPTOR = /^node:fs\.(?:readFileSync|writeFileSync|appendFileSync)$/;

/** `readFileSync(0)`, `writeFileSync(fd, …)`: the form with a callback takes a descriptor, the promise form does not. */
export function takesDescriptor(source: FixSource, call: CallNode, api: string): boolean {
  const first = call.arguments[0];
  if (!first || !BY_PATH_OR_DESCRIPTOR.test(api)) return false;
  const node = unwrap(first);
  if (node.type === 'Literal') return typeof node.value === 'number';
  const text = sliceOf(source.text, node);
  if (/(?:^|\.)(?:fd|\w+Fd|fileDescriptor)$|\.fd$|std(?:in|out|err)\.fd/.test(text)) return true;
  if (node.type !== 'Identifier') return text.includes('openSync(');
  const definition = variableAt(source, node, node.name)?.defs[0]?.node;
  return (
    definition?.type === 'VariableDeclarator' &&
    definition.init !== null &&
    /\bopen(?:Sync)?\b/.test(sliceOf(source.text, definition.init))
  );
}

function isUnused(source: FixSource, call: Node): boolean {
  return parentOf(source, call)?.type === 'ExpressionStatement';
}

/** `statSync(p, { throwIfNoEntry: false })` is undefined where there is no entry; the promise form throws. */
function keepAbsence(editor: Editor, call: CallNode): boolean {
  const { source } = editor;
  const options = call.arguments[1];
  if (!options) return true;
  const object = unwrap(options);
  if (object.type !== 'ObjectExpression') {
    if (object.type === 'Identifier' && object.name === 'undefined') return true;
    refuse(
      editor,
      'unknown options',
      'the options may say throwIfNoEntry, which the promise form does not know',
      options,
    );
    return false;
  }
  const index = object.properties.findIndex(
    (property) => property.type === 'Property' && staticName(property.key, property.computed) === 'throwIfNoEntry',
  );
  const property = object.properties[index];
  if (property?.type !== 'Property') return true;
  const value = sliceOf(source.text, property.value);
  if (value !== 'true' && value !== 'false') {
    refuse(editor, 'unknown options', 'whether a missing entry throws is decided at run time', property);
    return false;
  }
  removeProperty(editor, call, object, index);
  if (value === 'false') insertAfter(editor, call, absent(source, call));
  return true;
}

function absent(source: FixSource, call: Node): string {
  const { indent, newline, semicolon } = styleOf(source);
  const outer = indentAt(source, startOffset(call));
  const lines = [
    `.catch((error${source.isTypeScript ? ': NodeJS.ErrnoException' : ''}) => {`,
    `${outer}${indent}if (error.code === ${quoted(source, 'ENOENT')} || error.code === ${quoted(source, 'ENOTDIR')}) return undefined${semicolon}`,
    `${outer}${indent}throw error${semicolon}`,
    `${outer}})`,
  ];
  return lines.join(newline);
}

function removeProperty(editor: Editor, call: CallNode, object: TSESTree.ObjectExpression, index: number): void {
  const { properties } = object;
  const [first] = call.arguments;
  if (properties.length === 1 && call.arguments.length === 2 && first) {
    replace(editor, endOffset(first), endOffset(object), '');
  } else if (index < properties.length - 1) {
    replace(editor, startOffset(properties[index]!), startOffset(properties[index + 1]!), '');
  } else {
    replace(
      editor,
      index > 0 ? endOffset(properties[index - 1]!) : startOffset(properties[index]!),
      endOffset(properties[index]!),
      '',
    );
  }
}

/** Options that only the blocking forms have, or that mean something else in the others. */
const OTHER_OPTIONS = new Set(['stdio', 'input']);

/** `execSync(c).toString()` → `(await execAsync(c)).stdout.toString()`; bytes stay bytes. */
function awaitOutput(editor: Editor, call: CallNode, api: string): boolean {
  const { source } = editor;
  const position = api.endsWith('execFileSync') && call.arguments[1]?.type !== 'ObjectExpression' ? 2 : 1;
  const options = call.arguments[position];
  const object = options && unwrap(options);
  if (call.arguments.some(({ type }) => type === 'SpreadElement')) return refuseOptions(editor, call);
  if (object && object.type !== 'ObjectExpression') return refuseOptions(editor, options);
  const names = new Map<string, Node>();
  for (const property of object?.properties ?? []) {
    if (property.type !== 'Property') return refuseOptions(editor, property);
    const name = staticName(property.key, property.computed) ?? 'stdio';
    if (OTHER_OPTIONS.has(name)) {
      refuse(editor, 'option', `the asynchronous form has no option ${name}`, property);
      return false;
    }
    names.set(name, property.value);
  }
  editor.warnings.add('an error of the command has its exit status in `code`, not in `status`');
  if (isUnused(source, call)) awaitExpression(editor, call);
  else {
    const isText = isMadeText(source, call);
    if (!names.has('encoding') && !isText) addBufferOption(editor, call, object, position);
    awaitExpression(editor, call, '.stdout');
    const made = parentOf(source, parentOf(source, call) ?? call);
    // It is a text already.
    if (!names.has('encoding') && isText && made?.type === 'CallExpression' && made.callee === parentOf(source, call)) {
      replace(editor, endOffset(call), endOffset(made), '');
    }
  }
  return true;
}

function refuseOptions(editor: Editor, node: Node): false {
  refuse(editor, 'unknown options', 'the options are not written out at the call', node);
  return false;
}

/** `execSync(c).toString()`, `String(execSync(c))`, `${execSync(c)}`: UTF-8 either way. */
function isMadeText(source: FixSource, call: Node): boolean {
  const parent = parentOf(source, call);
  if (parent?.type === 'TemplateLiteral') return true;
  if (parent?.type === 'CallExpression') return sliceOf(source.text, parent.callee) === 'String';
  if (parent?.type !== 'MemberExpression' || staticName(parent.property, parent.computed) !== 'toString') return false;
  const outer = parentOf(source, parent);
  if (outer?.type !== 'CallExpression' || outer.callee !== parent) return false;
  return outer.arguments.length === 0 || /^.utf-?8.$/i.test(sliceOf(source.text, outer.arguments[0]!));
}

function addBufferOption(
  editor: Editor,
  call: CallNode,
  object: TSESTree.ObjectExpression | undefined,
  position: number,
): void {
  const [first] = object?.properties ?? [];
  const option = `encoding: ${quoted(editor.source, 'buffer')}`;
  const last = call.arguments.at(-1);
  if (first) insert(editor, startOffset(first), `${option}, `);
  else if (object) replace(editor, startOffset(object), endOffset(object), `{ ${option} }`);
  else if (last) {
    const list = position === 2 && call.arguments.length === 1 ? ', []' : '';
    insert(editor, endOffset(last), `${list}, { ${option} }`);
  }
}
