import { endOffset, isFunctionNode, type Node, startOffset, staticName } from '../../ast.ts';
import { type Editor, insert, refuse, replace } from '../editor.ts';
import { writeImports } from '../imports.ts';
import { moveLines } from '../layout.ts';
import { moduleBindings, requiredModule } from '../modules.ts';
import { childrenOf } from '../source.ts';
import { styleOf } from '../style.ts';
import type { Released } from '../twins.ts';

const THREADS = /^(?:node:)?worker_threads$/;

/** Makes a module that a thread ran a function that gives what the thread sent at its end. */
export function becomeFunction(editor: Editor, name: string): void {
  const { source } = editor;
  const bindings = moduleBindings(source).filter(({ specifier }) => THREADS.test(specifier));
  const statements = source.program.body.filter((node) => !isImport(node));
  const work = workOf(statements);
  const last = work?.list.at(-1);
  const sent = last && sentBy(last);
  const isKnown = bindings.every(({ imported }) => imported === 'parentPort' || imported === 'workerData');
  const port = bindings.find(({ imported }) => imported === 'parentPort')?.local;
  const isOnly = port !== undefined && usesOf(source.program, port).length === 2;
  const [first] = statements;
  if (!work || !last || !sent || !first || !isKnown || !isOnly || sent.port !== port) {
    const message = 'the code of the thread does more than to compute one message and send it at its end';
    return refuse(editor, 'worker', message, last ?? source.program);
  }
  if (usesOf(source.program, 'process').length > 0) {
    return refuse(editor, 'worker', 'process means the thread in its code', source.program);
  }
  const data = bindings.find(({ imported }) => imported === 'workerData')?.local ?? '';
  replace(editor, startOffset(last), startOffset(sent.value), 'return ');
  const { newline, indent, semicolon } = styleOf(source);
  replace(editor, endOffset(sent.value), endOffset(last), semicolon);
  const head = `${source.isModule ? 'export ' : ''}async function ${name}(${data}) {`;
  if (work.around) {
    replace(editor, startOffset(work.around), startOffset(work.body) + 1, head);
    replace(editor, endOffset(work.body), endOffset(work.around), '');
  } else {
    moveLines(editor, startOffset(first), endOffset(last), indent);
    insert(editor, startOffset(first), `${head}${newline}${indent}`);
    insert(editor, endOffset(last), `${newline}}`);
  }
  if (!source.isModule) {
    insert(editor, endOffset(work.around ?? last), `${newline}${newline}module.exports = { ${name} }${semicolon}`);
  }
  // The name in the import is one use, and each of the others goes away or names the parameter.
  const released: Released = new Map(bindings.map((one) => [one, usesOf(source.program, one.local).length - 1]));
  writeImports(editor, released, []);
}

interface Work {
  readonly list: readonly Node[];
  /** The statement that runs a function around them, and its body. */
  readonly around?: Node;
  readonly body: Node;
}

/** What the module does: its statements, or those of the one function that it calls. */
function workOf(statements: readonly Node[]): Work | undefined {
  const [only, ...others] = statements;
  if (!only || statements.some(({ type }) => type.startsWith('Export'))) return undefined;
  const call = only.type === 'ExpressionStatement' && others.length === 0 ? only.expression : undefined;
  if (call?.type !== 'CallExpression' || !isFunctionNode(call.callee)) return { list: statements, body: only };
  const { body, params } = call.callee;
  if (body.type !== 'BlockStatement' || params.length > 0) return undefined;
  return { list: body.body, around: only, body };
}

/** `parentPort.postMessage(value)` */
function sentBy(statement: Node): { readonly port: string; readonly value: Node } | undefined {
  const expression = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
  const call = expression?.type === 'ChainExpression' ? expression.expression : expression;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return undefined;
  const { object, property, computed } = call.callee;
  const [value, ...others] = call.arguments;
  if (staticName(property, computed) !== 'postMessage' || object.type !== 'Identifier') return undefined;
  return value && others.length === 0 ? { port: object.name, value } : undefined;
}

function isImport(node: Node): boolean {
  if (node.type === 'ImportDeclaration') return true;
  if (node.type === 'ExpressionStatement') return 'directive' in node && node.directive !== undefined;
  return node.type === 'VariableDeclaration' && node.declarations.every(({ init }) => init && requiredModule(init));
}

/** Where a name stands for a variable, its declaration included. */
function usesOf(program: Node, name: string): Node[] {
  const found: Node[] = [];
  const visit = (node: Node, parent?: Node): void => {
    const isKey = parent?.type === 'Property' && parent.key === node && !parent.shorthand;
    const isMember = parent?.type === 'MemberExpression' && parent.property === node && !parent.computed;
    const isImported = parent?.type === 'ImportSpecifier' && parent.imported === node && parent.local !== node;
    if (node.type === 'Identifier' && node.name === name && !isKey && !isMember && !isImported) found.push(node);
    for (const child of new Set(childrenOf(node))) visit(child, node);
  };
  visit(program);
  return dedupe(found);
}

/** Shorthand properties and import specifiers have two nodes at one place. */
function dedupe(nodes: readonly Node[]): Node[] {
  return nodes.filter((node, index) => nodes.findIndex(({ range }) => range[0] === node.range[0]) === index);
}
