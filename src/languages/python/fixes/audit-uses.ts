import type { FilePlan, ImportedName } from '../../../model/fix.ts';
import { lineOf } from '../../lines.ts';
import type { FunctionRecord } from '../records.ts';
import { lookUp } from '../scopes.ts';
import { type Node, part } from '../tree.ts';
import { type Editor, refuse } from './editor.ts';
import { importsOf } from './import-list.ts';
import { bindingAt, callAt, descendants, isLabel, parentOf, sliceOf } from './source.ts';

/** Every use of a function that becomes asynchronous must be a call that the plan knows: a use as a value may call it unawaited. */
export function auditUses(editor: Editor, plan: FilePlan, functions: readonly FunctionRecord[]): void {
  const known = new Set(plan.awaits.map(({ at }) => callAt(editor.source, at)).filter((call) => call !== undefined));
  for (const record of functions) {
    if (record.owner) auditMethod(editor, record, known);
    else if (record.nameNode) auditFunction(editor, record, record.nameNode, known);
  }
  for (const imported of plan.imported) auditImport(editor, imported, known);
}

function auditFunction(editor: Editor, record: FunctionRecord, nameNode: Node, known: ReadonlySet<Node>): void {
  const { source } = editor;
  const name = sliceOf(source, nameNode);
  const binding = lookUp(record.scope.parent ?? record.scope, name);
  if (!binding) return;
  if (binding.writes.length > 1)
    refuse(editor, 'defined twice', `${name} has another definition, which would stay as it is`, nameNode);
  for (const node of identifiers(editor, name)) {
    if (node !== nameNode && bindingAt(source, node, name) === binding) auditUse(editor, node, known);
  }
}

/** `self.load` without a call, in the class that has the method. */
function auditMethod(editor: Editor, { nameNode, owner }: FunctionRecord, known: ReadonlySet<Node>): void {
  const { source } = editor;
  if (!nameNode || !owner) return;
  const name = sliceOf(source, nameNode);
  for (const node of descendants(source.root)) {
    if (node.type !== 'attribute' || sliceOf(source, part(node, 'attribute') ?? node) !== name) continue;
    const object = sliceOf(source, part(node, 'object') ?? node);
    const isOwn = /^(?:self|cls)$/.test(object) && node.start > owner.node.start && node.end <= owner.node.end;
    if (isOwn || object === owner.name) auditUse(editor, node, known);
  }
}

/** Uses of a name that the file imports, or of a member of a module that it imports. */
function auditImport(editor: Editor, { specifier, name }: ImportedName, known: ReadonlySet<Node>): void {
  const { source } = editor;
  const module = specifier.replace(/^python:/, '');
  for (const imported of importsOf(source)) {
    if (imported.module === module && imported.name === name) {
      for (const node of identifiers(editor, imported.local)) {
        const [write] = bindingAt(source, node, imported.local)?.writes ?? [];
        if (!isIn(node, imported.statement) && write?.kind === 'import' && write.name === name)
          auditUse(editor, node, known);
      }
      continue;
    }
    const path =
      imported.name === undefined
        ? imported.module
        : `${imported.module}${imported.module.endsWith('.') ? '' : '.'}${imported.name}`;
    if (path === module) auditMembers(editor, imported.local, name, known);
  }
}

function auditMembers(editor: Editor, module: string, name: string, known: ReadonlySet<Node>): void {
  const { source } = editor;
  for (const node of descendants(source.root)) {
    if (node.type === 'attribute' && sliceOf(source, node).replace(/\s+/g, '') === `${module}.${name}`)
      auditUse(editor, node, known);
  }
}

function* identifiers(editor: Editor, name: string): Generator<Node> {
  const { source } = editor;
  for (const node of descendants(source.root)) {
    if (node.type === 'identifier' && !isLabel(source, node) && sliceOf(source, node) === name) yield node;
  }
}

function isIn(inner: Node, outer: Node): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function auditUse(editor: Editor, use: Node, known: ReadonlySet<Node>): void {
  const { source } = editor;
  const parent = parentOf(source, use);
  if (!parent || (parent.type === 'call' && use.field === 'function' && known.has(parent))) return;
  if (parent.type === 'delete_statement' || /^import|import_/.test(parentOf(source, parent)?.type ?? '')) return;
  const line = lineOf(source.starts, use.start) + 1;
  refuse(
    editor,
    'used as a value',
    `the function is used in line ${line} in a way that the call graph does not follow`,
    use,
  );
}
