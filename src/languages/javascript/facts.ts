import type {
  ClassFacts,
  Directive,
  ExportFacts,
  FileFacts,
  FileRole,
  PropertyFacts,
  ValueId,
} from '../../model/facts.ts';
import { FunctionFlag } from '../../model/facts.ts';
import { type Node, startOffset, staticName } from './ast.ts';
import { applyDecorations } from './decorations.ts';
import { readDeclarations, readDirectives } from './directives.ts';
import { createEvaluator, evaluate } from './evaluate.ts';
import { memberValue } from './member-values.ts';
import { collectFunction } from './function-facts.ts';
import { createSizing } from './loop-facts.ts';
import { type LineStarts, lineOf } from './lines.ts';
import type { Comment } from './parse.ts';
import { receiverOfThis } from './receivers.ts';
import type { ClassRecord, ExportRecord, MemberSource, Scope } from './records.ts';
import { declare, lookUp } from './scopes.ts';
import { declaredValue } from './type-values.ts';
import { type Evaluator, internImport, UNKNOWN } from './value-table.ts';
import { addMember } from './walk-functions.ts';
import type { Walk } from './walk-state.ts';

/** Directives, tags in comments, and the listener of a worker of the browser: hardly any file has one, and one search says so. */
const MARKS = /loopwise-ignore|@(?:non)?blocking\b|\bonmessage\b/;

/** Evaluates what the walk noted down into the facts of the file. */
export function collectFacts(
  walk: Walk,
  comments: () => readonly Comment[],
  starts: LineStarts,
  path: string,
): FileFacts {
  const evaluator = evaluatorOf(walk, path);
  const isMarked = MARKS.test(walk.source);
  const remarks = isMarked ? comments() : [];
  markEscapes(evaluator);
  markDeclarations(walk, remarks, starts);
  const sizing = createSizing(evaluator);
  const functions = walk.functions.map((record) => collectFunction(evaluator, sizing, record, starts));
  const classes = walk.classes.map((record) => collectClass(evaluator, record));
  const exports = walk.exports.flatMap((record) => collectExport(evaluator, record));
  const directives: Directive[] = readDirectives(remarks, starts);
  return {
    language: 'javascript',
    lines: starts.length,
    functions,
    classes,
    exports,
    assignments: collectAssignments(evaluator),
    directives,
    roles: collectRoles(evaluator, isMarked),
    imports: collectImports(evaluator),
    values: evaluator.values,
    objects: evaluator.objects,
  };
}

/** What tells what expressions of a file evaluate to. */
export function evaluatorOf(walk: Walk, path: string): Evaluator {
  bindWrites(walk);
  bindAdditions(walk);
  const evaluator = createEvaluator(walk, `./${path.slice(path.lastIndexOf('/') + 1)}`);
  applyDecorations(evaluator);
  return evaluator;
}

/** Gives each assignment to the declaration that it is for; an undeclared name becomes the file's. */
function bindWrites(walk: Walk): void {
  for (const { name, scope, write } of walk.writes) {
    const binding = lookUp(scope, name);
    if (binding) binding.writes.push(write);
    else if (write.kind !== 'appended' && name !== 'exports' && name !== 'module')
      declare(walk.functions[0]?.scope ?? scope, name, write);
  }
}

/** Gives what is put into a collection to the variable or the field that is one. */
function bindAdditions({ additions }: Walk): void {
  for (const addition of additions) {
    const { target, scope } = addition;
    if (target.type === 'Identifier') {
      const binding = lookUp(scope, target.name);
      if (binding) (binding.added ??= []).push(addition);
    } else if (target.type === 'MemberExpression') {
      const receiver = receiverOfThis(scope.fn);
      const name = staticName(target.property, target.computed);
      if (name === undefined || (receiver?.kind !== 'instance' && receiver?.kind !== 'static')) continue;
      addMember(receiver.kind === 'instance' ? receiver.record.members : receiver.record.statics, name, {
        kind: 'item',
        addition,
      });
    }
  }
}

/** A function that is stored or returned may be called from anywhere. */
function markEscapes(evaluator: Evaluator): void {
  for (const escape of evaluator.walk.escapes) {
    escape.value = evaluate(evaluator, escape.node, escape.scope);
    const value = evaluator.values[escape.value];
    const record = value?.[0] === 'function' ? evaluator.walk.functions[value[1]] : undefined;
    if (record) record.flags |= FunctionFlag.Escapes;
  }
}

/** `@blocking` and `@nonblocking` speak of the function that starts on the next line of code. */
function markDeclarations(walk: Walk, comments: readonly Comment[], starts: LineStarts): void {
  for (const { end, blocking } of readDeclarations(comments)) {
    const gap = /^(?:\s|@[\w.]+(?:\([^)]*\))?)*/.exec(walk.source.slice(end, end + 500))?.[0].length ?? 0;
    const line = lineOf(starts, end + gap);
    const target = walk.functions.slice(1).find((record) => {
      const offset = startOffset(record.nameNode ?? record.node);
      return offset >= end && lineOf(starts, offset) === line;
    });
    if (target) target.flags |= blocking ? FunctionFlag.DeclaredBlocking : FunctionFlag.DeclaredNonblocking;
  }
}

function collectClass(evaluator: Evaluator, record: ClassRecord): ClassFacts {
  const { superClass } = record.node;
  const superclass = superClass ? evaluate(evaluator, superClass, record.scope) : UNKNOWN;
  const interfaces = record.node.implements.map(({ expression }) =>
    interfaceValue(evaluator, expression, record.scope),
  );
  return {
    name: record.name,
    ...(superclass !== UNKNOWN && { superclass }),
    members: collectMembers(evaluator, record.members),
    statics: collectMembers(evaluator, record.statics),
    decorators: record.decorators.map((node) => evaluate(evaluator, node, record.scope)),
    ...(interfaces.length > 0 && { interfaces }),
  };
}

function interfaceValue(evaluator: Evaluator, node: Node, scope: Scope): ValueId {
  const declared = node.type === 'Identifier' ? evaluator.walk.types.get(node.name) : undefined;
  return (declared && declaredValue(evaluator, declared, scope)) ?? evaluate(evaluator, node, scope);
}

function collectMembers(evaluator: Evaluator, table: ReadonlyMap<string, MemberSource[]>): PropertyFacts[] {
  return [...table].flatMap(([name, sources]): PropertyFacts[] => {
    const value = memberValue(evaluator, sources);
    return value === UNKNOWN ? [] : [[name, value]];
  });
}

function collectExport(evaluator: Evaluator, record: ExportRecord): ExportFacts[] {
  switch (record.kind) {
    case 'named': {
      const value = evaluate(evaluator, record.node, record.scope);
      if (value !== UNKNOWN) return [['named', record.name, value]];
      const type = record.node.type === 'Identifier' ? evaluator.walk.types.get(record.node.name) : undefined;
      return type ? typeExport(evaluator, record.name, type, record) : [];
    }
    case 'type': {
      const { node } = record;
      return node.type === 'TSTypeAliasDeclaration' || node.type === 'TSInterfaceDeclaration'
        ? typeExport(evaluator, record.name, node, record)
        : [];
    }
    case 'assign': {
      const value = evaluate(evaluator, record.node, record.scope);
      return value === UNKNOWN ? [] : [['assign', value]];
    }
    case 'reexport':
      return [['reexport', record.exported, importIndex(evaluator, record.specifier), record.imported]];
    case 'star':
      return [['star', importIndex(evaluator, record.specifier)]];
  }
}

function typeExport(
  evaluator: Evaluator,
  name: string,
  node: Parameters<typeof declaredValue>[1],
  record: ExportRecord & { kind: 'named' | 'type' },
): ExportFacts[] {
  const value = declaredValue(evaluator, node, record.scope);
  return value === undefined ? [] : [['named', name, value]];
}

function importIndex(evaluator: Evaluator, specifier: string): number {
  internImport(evaluator, specifier);
  return evaluator.imports.indexOf(specifier);
}

function collectAssignments(evaluator: Evaluator): (readonly [ValueId, string, ValueId])[] {
  return evaluator.walk.assignments.flatMap(({ target, name, value, scope }) => {
    const to = evaluate(evaluator, target, scope);
    if (to === UNKNOWN || !isOwn(evaluator, to)) return [];
    const of = evaluate(evaluator, value, scope);
    // Whatever else a parameter is given, it is not followed.
    if (isOfParameter(evaluator, to) && evaluator.values[of]?.[0] !== 'function') return [];
    return of === UNKNOWN || evaluator.values[of]?.[0] === 'literal' ? [] : [[to, name, of] as const];
  });
}

/** A parameter, or its prototype: `(Store) => { Store.prototype.load = … }`. */
function isOfParameter(evaluator: Evaluator, id: ValueId): boolean {
  const value = evaluator.values[id];
  if (value?.[0] === 'member') return value[2] === 'prototype' && evaluator.values[value[1]]?.[0] === 'param';
  return value?.[0] === 'param';
}

/** Something that a project defines; properties set on library objects are not followed. */
function isOwn(evaluator: Evaluator, id: ValueId): boolean {
  if (isOfParameter(evaluator, id)) return true;
  const value = evaluator.values[id];
  if (value?.[0] === 'member' || value?.[0] === 'instance') return isOwn(evaluator, value[1]);
  return value?.[0] === 'function' || value?.[0] === 'class' || value?.[0] === 'object' || value?.[0] === 'import';
}

/** What values come from first, so that they find it by its index; then what is only loaded. */
function collectImports({ imports, walk }: Evaluator): string[] {
  return [...new Set([...imports, ...walk.loads])];
}

const WORKER_MODULES = new Set(['node:worker_threads', 'worker_threads']);

function collectRoles(evaluator: Evaluator, isMarked: boolean): FileRole[] {
  const { walk } = evaluator;
  const roles: FileRole[] = [];
  if (walk.source.startsWith('#!')) roles.push('script');
  const inWorker =
    evaluator.imports.some((specifier) => WORKER_MODULES.has(specifier)) &&
    /\bparentPort\b/.test(walk.source) &&
    !/\bisMainThread\b/.test(walk.source);
  if (inWorker || (isMarked && handlesMessages(walk.source))) roles.push('worker');
  return roles;
}

/** `self.onmessage = …`: a worker of the browser. */
function handlesMessages(source: string): boolean {
  return /^\s*(?:self\.)?onmessage\s*=/m.test(source);
}
