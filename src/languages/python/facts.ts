import type { ClassFacts, ExportFacts, FileFacts, PropertyFacts, ValueId } from '../../model/facts.ts';
import type { LineStarts } from '../lines.ts';
import { internImport, UNKNOWN } from '../values.ts';
import { readDirectives } from './directives.ts';
import { createEvaluator, memberValue } from './evaluate.ts';
import type { Evaluator } from './evaluator.ts';
import { collectFunction } from './function-facts.ts';
import type { ClassRecord, MemberSource } from './records.ts';
import type { Comment } from './tree.ts';
import { selfSpecifier } from './walk-imports.ts';
import type { Walk } from './walk-state.ts';

/** Evaluates what the walk noted down into the facts of the file. */
export function collectFacts(walk: Walk, comments: readonly Comment[], starts: LineStarts, path: string): FileFacts {
  const evaluator = createEvaluator(walk, selfSpecifier(path));
  const functions = walk.functions.map((record) => collectFunction(evaluator, record, starts));
  const classes = walk.classes.map((record) => collectClass(evaluator, record));
  const exports = collectExports(evaluator);
  const assignments = collectAssignments(evaluator);
  const submodules = collectSubmodules(evaluator);
  return {
    language: 'python',
    lines: starts.length,
    functions,
    classes,
    exports,
    assignments,
    ...(submodules.length > 0 && { submodules }),
    directives: readDirectives(walk.source, comments, starts),
    roles: [],
    imports: collectImports(evaluator),
    values: evaluator.values,
    objects: evaluator.objects,
  };
}

function collectClass(evaluator: Evaluator, record: ClassRecord): ClassFacts {
  const bases = record.bases.map((base) => evaluator.evaluate(base, record.outer)).filter((base) => base !== UNKNOWN);
  const [superclass, ...others] = bases;
  const own = record.fields.size === 0 ? record.statics : new Map([...record.statics].concat(fieldsOf(record)));
  return {
    name: record.name,
    ...(superclass !== undefined && { superclass }),
    ...(others.length > 0 && { furtherSuperclasses: others }),
    members: collectMembers(evaluator, own),
    statics: collectMembers(evaluator, record.statics),
    decorators: record.decorators.map((node) => evaluator.evaluate(node, record.outer)),
  };
}

/** What instances have of their own, beside what the class gives them under the same name. */
function fieldsOf({ fields, statics }: ClassRecord): [string, MemberSource[]][] {
  return [...fields].map(([name, sources]) => [name, [...sources, ...(statics.get(name) ?? [])]]);
}

function collectMembers(evaluator: Evaluator, table: ReadonlyMap<string, MemberSource[]>): PropertyFacts[] {
  return [...table].flatMap(([name, sources]): PropertyFacts[] => {
    const value = memberValue(evaluator, sources);
    if (value === UNKNOWN) return [];
    // What a call of an instance runs, by the name that the engine has for it.
    return name === '__call__'
      ? [
          [name, value],
          ['()', value],
        ]
      : [[name, value]];
  });
}

/** Every name of a module can be imported. */
function collectExports(evaluator: Evaluator): ExportFacts[] {
  const { walk } = evaluator;
  const named = [...(walk.scope.bindings?.keys() ?? [])].flatMap((name): ExportFacts[] => {
    const value = evaluator.named(name, walk.scope);
    return value === UNKNOWN ? [] : [['named', name, value]];
  });
  const stars = walk.stars.map((specifier): ExportFacts => ['star', importIndex(evaluator, specifier)]);
  return [...named, ...stars];
}

function importIndex(evaluator: Evaluator, specifier: string): number {
  internImport(evaluator, specifier);
  return evaluator.imports.indexOf(specifier);
}

function collectAssignments(evaluator: Evaluator): (readonly [ValueId, string, ValueId])[] {
  return evaluator.walk.assignments.flatMap(({ target, name, value, scope }) => {
    const to = evaluator.evaluate(target, scope);
    if (to === UNKNOWN || !isOwn(evaluator, to)) return [];
    const of = evaluator.evaluate(value, scope);
    return of === UNKNOWN || evaluator.values[of]?.[0] === 'literal' ? [] : [[to, name, of] as const];
  });
}

/** Something that the file itself defines; attributes that are set on others are not followed. */
function isOwn(evaluator: Evaluator, id: ValueId): boolean {
  const value = evaluator.values[id];
  if (value?.[0] === 'instance' || value?.[0] === 'result') return evaluator.values[value[1]]?.[0] === 'class';
  return value?.[0] === 'function' || value?.[0] === 'class';
}

/** Only those that values lead to: most names that are imported are none. */
function collectSubmodules(evaluator: Evaluator): (readonly [number, string, number])[] {
  return evaluator.walk.submodules.flatMap(([module, name, submodule]) => {
    const of = evaluator.imports.indexOf(module);
    return of < 0 ? [] : [[of, name, importIndex(evaluator, submodule)] as const];
  });
}

/** What values come from first, so that they find it by its index; then what is only loaded. */
function collectImports({ imports, walk }: Evaluator): string[] {
  return [...new Set([...imports, ...walk.loads])];
}
