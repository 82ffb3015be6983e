import type { TSESTree } from '@typescript-eslint/types';
import { isClassNode, isMemberOf, type Node, startOffset, staticName, unwrap } from '../ast.ts';
import { type Editor, refuse } from './editor.ts';
import { childrenOf, type FixSource, parentOf, variableAt } from './source.ts';

/**
 * What holds a function may be asked for it by a name that only the run knows: then nobody awaits what it returns. `holder`: the
 * property of an object or the member of a class.
 */
export function auditHolder(editor: Editor, holder: Node, known: ReadonlySet<Node>): void {
  const { source } = editor;
  const owner = parentOf(source, holder);
  if (owner?.type === 'ClassBody') return auditClass(editor, owner, known);
  if (owner?.type !== 'ObjectExpression') return;
  const name = nameOf(source, owner);
  const variable = name && variableAt(source, name, name.name);
  for (const { identifier, init } of variable?.references ?? []) {
    if (init !== true) auditUse(editor, identifier, known);
  }
}

function nameOf(source: FixSource, object: Node): TSESTree.Identifier | undefined {
  let inner = object;
  for (let outer = parentOf(source, inner); outer && unwrap(outer) === unwrap(inner); outer = parentOf(source, inner)) {
    inner = outer;
  }
  const declarator = parentOf(source, inner);
  return declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier' ? declarator.id : undefined;
}

/** `handlers[name]`, `Object.values(handlers)`. */
function auditUse(editor: Editor, use: Node, known: ReadonlySet<Node>): void {
  const { source } = editor;
  const parent = parentOf(source, use);
  if (parent?.type === 'MemberExpression' && parent.object === use) refuseDynamic(editor, parent, known);
  if (parent?.type !== 'CallExpression' || known.has(parent) || parent.arguments[0] !== use) return;
  if (isMemberOf(parent.callee, 'Object', 'values') || isMemberOf(parent.callee, 'Object', 'entries')) {
    const line = source.text.slice(0, startOffset(use)).split('\n').length;
    refuse(editor, 'used as a value', `the functions of the object are listed in line ${line}`, parent);
  }
}

/** `this[name]()` in the class of a method. */
function auditClass(editor: Editor, body: Node, known: ReadonlySet<Node>): void {
  const visit = (node: Node): void => {
    if (node !== body && isClassNode(node)) return;
    if (node.type === 'CallExpression') {
      const callee = unwrap(node.callee);
      if (callee.type === 'MemberExpression' && callee.object.type === 'ThisExpression') {
        refuseDynamic(editor, callee, known);
      }
    }
    childrenOf(node).forEach(visit);
  };
  visit(body);
}

function refuseDynamic(editor: Editor, member: TSESTree.MemberExpression, known: ReadonlySet<Node>): void {
  const { source } = editor;
  if (!member.computed || staticName(member.property, true) !== undefined) return;
  const parent = parentOf(source, member);
  const isWritten = parent?.type === 'AssignmentExpression' && parent.left === member;
  if (isWritten || (parent && known.has(parent))) return;
  refuse(editor, 'used as a value', 'which function of the object is meant is decided at run time', member);
}
