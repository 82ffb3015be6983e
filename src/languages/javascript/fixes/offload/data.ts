import type { TSESTree } from '@typescript-eslint/types';
import type { ParameterUse } from '../../../../model/fix.ts';
import { type FunctionNode, isFunctionNode, type Node, sliceOf, staticName, unwrap } from '../../ast.ts';
import { QUIET_GLOBALS } from '../../builtins.ts';
import { type Editor, refuse } from '../editor.ts';
import { bindingOf, canonicalModule } from '../modules.ts';
import { type Call, childrenOf, type FixSource, parentOf, variableAt } from '../source.ts';
import { functionNamed, OF_DATA, useOf } from './uses.ts';

/** `data`: it can be copied to another thread. `code`: it cannot. `open`: the source does not say. */
export type Content = 'data' | 'code' | 'open';

interface Look {
  readonly seen: Set<Node>;
  /** Within code that runs on the thread, parameters were copied. */
  readonly isInside: boolean;
}

/** What an expression gives, as far as its form says. */
function contentOf(source: FixSource, expression: Node, look: Look): Content {
  const node = unwrap(expression);
  if (look.seen.has(node)) return 'data';
  look.seen.add(node);
  const all = (nodes: readonly (Node | null)[]): Content =>
    joined(nodes.map((one) => one && contentOf(source, one, look)));
  switch (node.type) {
    case 'Literal':
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'UnaryExpression':
    case 'UpdateExpression':
      return 'data';
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'ClassExpression':
    case 'ThisExpression':
      return 'code';
    case 'ArrayExpression':
      return all(node.elements);
    case 'SpreadElement':
      return contentOf(source, node.argument, look);
    case 'ObjectExpression':
      return all(node.properties.map((one) => (one.type === 'Property' ? one.value : one.argument)));
    case 'ConditionalExpression':
      return all([node.consequent, node.alternate]);
    case 'LogicalExpression':
      return all([node.left, node.right]);
    case 'AssignmentExpression':
      return contentOf(source, node.right, look);
    case 'NewExpression':
      return node.callee.type === 'Identifier' && COLLECTIONS.test(node.callee.name) ? 'data' : 'code';
    case 'CallExpression':
      return contentOfCall(source, node, look);
    case 'MemberExpression':
      return contentOf(source, node.object, look) === 'data' ? 'data' : 'open';
    case 'Identifier':
      return contentOfName(source, node, look);
    default:
      return 'open';
  }
}

const COLLECTIONS =
  /^(?:Array|Set|Map|Date|RegExp|Error|(?:Big)?(?:Uint|Int)\d+(?:Clamped)?Array|Float\d+Array|ArrayBuffer|SharedArrayBuffer)$/;

function joined(contents: readonly (Content | null)[]): Content {
  if (contents.includes('code')) return 'code';
  return contents.includes('open') ? 'open' : 'data';
}

const GIVES_DATA =
  /^(?:map|filter|slice|concat|join|flat|flatMap|sort|reverse|toSorted|toReversed|indexOf|lastIndexOf|includes|some|every|split|trim|trimEnd|trimStart|substring|substr|charAt|charCodeAt|codePointAt|startsWith|endsWith|padStart|padEnd|replace|replaceAll|match|test|exec|toLowerCase|toUpperCase|toString|toFixed|toISOString|getTime|localeCompare|normalize|repeat|findIndex|digest|push|fill|stringify|parse|subarray)$/;

function contentOfCall(source: FixSource, call: TSESTree.CallExpression, look: Look): Content {
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') {
    const binding = bindingOf(source, callee);
    if (binding) return isBuiltinCompute(binding.specifier, binding.imported) ? 'data' : 'open';
    const fn = functionNamed(source, callee.name);
    if (fn) return resultOf(source, fn, look.seen);
    return QUIET_GLOBALS.has(callee.name) ? 'data' : 'open';
  }
  if (callee.type !== 'MemberExpression') return 'open';
  const method = staticName(callee.property, callee.computed) ?? '';
  const object = unwrap(callee.object);
  if (object.type === 'Identifier') {
    const binding = bindingOf(source, object);
    if (binding) return isBuiltinCompute(binding.specifier, method) ? 'data' : 'open';
    if (QUIET_GLOBALS.has(object.name)) return 'data';
  }
  if (GIVES_DATA.test(method)) return 'data';
  return OF_DATA.has(method) && contentOf(source, object, look) === 'data' ? 'data' : 'open';
}

/** Functions of Node.js that compute something of the bytes that they are given. */
function isBuiltinCompute(specifier: string, name: string): boolean {
  const module = canonicalModule(specifier);
  if (module === 'node:zlib') return name.endsWith('Sync') || name === 'crc32';
  if (module === 'node:crypto')
    return /Sync$|^(?:hash|randomUUID|randomBytes|randomInt)$/.test(name) && !name.startsWith('generateKey');
  return module === 'node:querystring' || module === 'node:path';
}

function contentOfName(source: FixSource, node: TSESTree.Identifier, look: Look): Content {
  if (node.name === 'undefined' || node.name === 'NaN' || node.name === 'Infinity') return 'data';
  const variable = variableAt(source, node, node.name);
  const kind: string = variable?.defs[0]?.type ?? '';
  if (!variable) return 'open';
  if (kind === 'FunctionName' || kind === 'ClassName' || kind === 'ImportBinding') return 'code';
  if (kind === 'Parameter' && look.isInside) return 'data';
  const writes = variable.references.flatMap(({ writeExpr }) => (writeExpr ? [writeExpr] : []));
  const content = writes.length === 0 ? 'open' : joined(writes.map((one) => contentOf(source, one, look)));
  if (content !== 'open' || kind === 'Parameter') return content;
  return useOf(source, variable, variable.references).kind === 'copied' ? 'data' : 'open';
}

/** What an expression gives that is computed on a thread. */
export function contentInside(source: FixSource, expression: Node): Content {
  return contentOf(source, expression, { seen: new Set(), isInside: true });
}

/** What a function returns. */
export function resultOf(source: FixSource, fn: FunctionNode, seen = new Set<Node>()): Content {
  const look = { seen, isInside: true };
  if (fn.body.type !== 'BlockStatement') return contentOf(source, fn.body, look);
  const results: Content[] = [];
  const visit = (node: Node): void => {
    if (isFunctionNode(node) && node !== fn) return;
    if (node.type === 'ReturnStatement' && node.argument) results.push(contentOf(source, node.argument, look));
    childrenOf(node).forEach(visit);
  };
  visit(fn);
  return joined(results);
}

/** Refuses a call whose arguments cannot be copied, or may be something that cannot. */
export function checkArguments(editor: Editor, call: Call, parameters: readonly ParameterUse[]): void {
  const { source } = editor;
  call.arguments.forEach((argument, index) => {
    const use = parameters[index] ?? { kind: 'open' };
    const text = sliceOf(source.text, argument);
    if (argument.type === 'SpreadElement') {
      return refuse(editor, 'not copied', `how many arguments \`${text}\` are is not known`, argument);
    }
    if (use.kind === 'refused') {
      return refuse(editor, 'not copied', `\`${text}\` cannot be a copy: ${use.reason} in line ${use.line}`, argument);
    }
    const content = contentOf(source, argument, { seen: new Set(), isInside: false });
    if (content === 'code') refuse(editor, 'not copied', `\`${text}\` is code, which no thread can be sent`, argument);
    else if (content === 'open' && use.kind === 'open' && !isOutsideData(argument)) {
      refuse(editor, 'not copied', `the source does not say whether \`${text}\` can be copied`, argument);
    }
  });
}

/** Refuses a call whose result may not come back as it is. */
export function checkResult(editor: Editor, call: Node, content: 'data' | 'code' | 'open'): void {
  const { source } = editor;
  const text = sliceOf(source.text, call);
  if (content === 'code')
    refuse(editor, 'not copied', `what \`${text}\` gives is code, which no thread can send`, call);
  else if (content === 'open' && !isTakenAsData(source, call)) {
    refuse(editor, 'not copied', `the source does not say whether what \`${text}\` gives can be copied`, call);
  }
}

const TAKES_DATA = /^(?:send|json|end|write|push|stringify|log|render|set|add|append)$/;

/** What is done with it allows only data. */
function isTakenAsData(source: FixSource, node: Node): boolean {
  const parent = parentOf(source, node);
  if (parent?.type === 'VariableDeclarator' && parent.init === node) {
    const { id } = parent;
    const variable = id.type === 'Identifier' ? variableAt(source, id, id.name) : undefined;
    if (variable?.references.some(({ identifier }) => isTakenAsData(source, identifier))) return true;
    return variable !== undefined && useOf(source, variable, variable.references).kind === 'copied';
  }
  if (parent?.type === 'CallExpression' && parent.callee !== node && parent.callee.type === 'MemberExpression') {
    return TAKES_DATA.test(staticName(parent.callee.property, parent.callee.computed) ?? '');
  }
  if (parent?.type === 'Property' || parent?.type === 'ObjectExpression') return isTakenAsData(source, parent);
  return parent?.type === 'TemplateLiteral' || (parent?.type === 'BinaryExpression' && !/^[=!i]/.test(parent.operator));
}

/** `request.body.rows`, `event.detail`: what came over a wire. */
export function isOutsideData(expression: Node): boolean {
  const node = unwrap(expression);
  if (node.type !== 'MemberExpression') return false;
  const name = staticName(node.property, node.computed) ?? '';
  return /^(?:body|query|params|headers|rawBody|url|detail)$/.test(name) || isOutsideData(node.object);
}
