import { FunctionFlag, type ValueId } from '../../model/facts.ts';
import type { Evaluation } from '../evaluation.ts';
import { lastName } from '../last-name.ts';
import type { FileNode, FunctionNode } from '../nodes.ts';
import { valueOf, type Unit } from '../unit.ts';
import { filePlan, stop, type Draft } from './draft.ts';

/** What a plan needs of the project to find uses that the call graph does not show. */
export interface Audit {
  readonly files: ReadonlyMap<string, FileNode>;
  readonly evaluation: Evaluation;
  readonly isPublic: (file: string) => boolean;
  readonly rangeOf: ((file: string, name: string) => string | undefined) | undefined;
}

/** Looks for callers beyond the call graph: other files' imports, calls of the same name on unknown objects, other packages. */
export function auditUses(audit: Audit, draft: Draft, node: FunctionNode): void {
  const { unit } = node.file;
  if (!unit) return;
  const { name, flags } = node.facts;
  const exported = exportedNames(audit, unit, node);
  const isMethod = (flags & FunctionFlag.Method) !== 0;
  if (exported.length > 0 || isMethod) {
    if (audit.isPublic(node.file.path)) {
      stop(draft, 'public API', `${name} is in the published entry of its package: other projects call it`, node);
    }
  }
  for (const [file, exportName] of importable(audit, node, exported)) {
    if (file !== node.file && audit.isPublic(file.path)) {
      stop(draft, 'public API', `${name} is exported from ${file.path}, which other projects import`, node);
    }
    addImporters(audit, draft, file, exportName);
  }
  if (exported.length > 0 && !unit.traits.waitingCode.exportsAll)
    draft.warnings.add(`${name} is exported: callers outside the analysed files must await it`);
  const members = memberNames(audit, unit, node, exported);
  for (const member of members) auditMemberCalls(audit, draft, node, member);
  if (members.size > 0) noteMembers(draft, node.file, members);
}

/** Facts leave out what is called on unknown objects: the language looks for it in the file and in those that import it. */
function noteMembers(draft: Draft, file: FileNode, members: ReadonlySet<string>): void {
  for (const { path } of [file, ...file.importers]) {
    const plan = filePlan(draft, path);
    plan.members = [...new Set([...(plan.members ?? []), ...members])];
  }
}

/** Names after a dot that may mean the function. */
function memberNames(audit: Audit, unit: Unit, node: FunctionNode, exported: readonly string[]): Set<string> {
  const { name, flags } = node.facts;
  const members = new Set(exported.filter((text) => text.startsWith(MEMBER)).map((text) => text.slice(1)));
  if (flags & FunctionFlag.Method) members.add(lastName(name));
  for (const member of propertyNames(audit, unit, node)) members.add(member);
  return members;
}

/**
 * Looks for uses of a function that makes and returns another one. `handler`: what it makes, if that is known to be registered
 * somewhere; then it may be so where other packages use it.
 */
export function auditMaker(audit: Audit, draft: Draft, maker: FunctionNode, handler: FunctionNode | undefined): void {
  const { unit } = maker.file;
  if (!unit) return;
  const { name, flags } = maker.facts;
  const pending = unit.traits.waitingCode.pending;
  const exported = exportedNames(audit, unit, maker);
  const isMethod = (flags & FunctionFlag.Method) !== 0;
  const places = importable(audit, maker, exported);
  const isPublic = [maker.file, ...[...places].map(([file]) => file)].some(({ path }) => audit.isPublic(path));
  if (isPublic && (exported.length > 0 || isMethod)) {
    if (handler)
      draft.warnings.add(`other projects get ${handler.facts.name} from ${name}: they must accept ${pending}`);
    else stop(draft, 'public API', `${name} is in the published entry of its package: other projects use it`, maker);
  }
  for (const [file, exportName] of places) addImporters(audit, draft, file, exportName);
  for (const member of memberNames(audit, unit, maker, exported)) auditMemberCalls(audit, draft, maker, member);
}

/** Whether others than the calls of the graph may come to the function: it is exported, a method, or kept in an object. */
export function isWithinReach(audit: Audit, node: FunctionNode): boolean {
  const { unit } = node.file;
  if (!unit || node.facts.flags & FunctionFlag.Method) return true;
  return exportedNames(audit, unit, node).length > 0 || propertyNames(audit, unit, node).length > 0;
}

/** Names of the properties of objects in the file that hold the function. */
function propertyNames({ evaluation }: Audit, unit: Unit, node: FunctionNode): string[] {
  const names: string[] = [];
  for (const { properties } of unit.facts.objects) {
    for (const [name, id] of properties) {
      const { atoms } = evaluation.evaluate(unit, id);
      if (atoms.some((atom) => atom.kind === 'function' && atom.node === node)) names.push(name);
    }
  }
  return names;
}

/** Marks names of an object that is assigned to `module.exports`. */
const MEMBER = '.';

/** Names under which the file exports the function; `=` is the module itself, `.load` a member of what it assigns. */
function exportedNames({ evaluation }: Audit, unit: Unit, node: FunctionNode): string[] {
  const isIt = (id: ValueId): boolean => isFunction(evaluation, unit, id, node);
  const names: string[] = [];
  for (const fact of unit.facts.exports) {
    if (fact[0] === 'named' && isIt(fact[2])) names.push(fact[1]);
    if (fact[0] !== 'assign') continue;
    if (isIt(fact[1])) names.push('=');
    for (const atom of evaluation.evaluate(unit, fact[1]).atoms) {
      if (atom.kind !== 'object' || atom.file !== unit.file) continue;
      for (const [name, id] of unit.facts.objects[atom.index]?.properties ?? []) if (isIt(id)) names.push(`.${name}`);
    }
  }
  return names;
}

function isFunction(evaluation: Audit['evaluation'], unit: Unit, id: ValueId, node: FunctionNode): boolean {
  return evaluation.evaluate(unit, id).atoms.some((atom) => atom.kind === 'function' && atom.node === node);
}

/** Files and names under which others may import the function, through re-exports. */
function importable(
  { files, evaluation }: Audit,
  node: FunctionNode,
  names: readonly string[],
): Set<readonly [FileNode, string]> {
  const found = new Set(names.map((name) => [node.file, name.replace(MEMBER, '')] as const));
  const seen = new Set<string>();
  for (const [from, name] of found) {
    for (const { unit } of files.values()) {
      for (const fact of unit?.facts.exports ?? []) {
        const isStar = fact[0] === 'star' && unit?.imports[fact[1]] === from && name !== 'default';
        const isNamed = fact[0] === 'reexport' && unit?.imports[fact[2]] === from && fact[3] === name;
        // `exports.load = require('./load').load`
        const isValue =
          fact[0] === 'named' && unit?.imports.includes(from) && isFunction(evaluation, unit, fact[2], node);
        if (!unit || !(isStar || isNamed || isValue)) continue;
        const as = fact[0] === 'star' ? name : fact[1];
        const place = `${unit.file.path}\n${as}`;
        if (!seen.has(place)) found.add([unit.file, as]);
        seen.add(place);
      }
    }
  }
  return found;
}

/** Where other files export the function by its name, or by the one that another file gave it. */
export function reexportsOf(
  audit: Audit,
  node: FunctionNode,
): readonly { readonly file: string; readonly specifier: string; readonly name: string }[] {
  const names = node.file.unit ? exportedNames(audit, node.file.unit, node) : [];
  return [...importable(audit, node, names)].flatMap(([from, name]) =>
    [...audit.files.values()].flatMap(({ path, unit }) =>
      (unit?.facts.exports ?? []).flatMap((fact) => {
        const isIt = fact[0] === 'reexport' && unit?.imports[fact[2]] === from && fact[3] === name;
        const specifier = isIt ? unit.facts.imports[fact[2]] : undefined;
        return specifier === undefined ? [] : [{ file: path, specifier, name }];
      }),
    ),
  );
}

function addImporters({ files }: Audit, draft: Draft, file: FileNode, name: string): void {
  for (const { path, unit } of files.values()) {
    unit?.imports.forEach((target, index) => {
      const specifier = unit.facts.imports[index];
      if (target === file && specifier !== undefined) filePlan(draft, path).imported.push({ specifier, name });
    });
  }
}

/** A call of the same name on an object that nobody knows may be a call of the method. */
function auditMemberCalls({ files, evaluation }: Audit, draft: Draft, node: FunctionNode, member: string): void {
  const { name } = node.facts;
  for (const { unit } of files.values()) {
    for (const caller of unit?.functions ?? []) {
      caller.facts.calls.forEach((call, index) => {
        const callee = unit && valueOf(unit, call.callee);
        if (!unit || callee?.[0] !== 'member' || callee[2] !== member) return;
        if (caller.out.some((edge) => edge.call === index && edge.isCall)) return;
        if (isKnownOther(evaluation, unit, call.callee) || isKnownOther(evaluation, unit, callee[1])) return;
        stop(draft, 'unknown receiver', `${call.text} may call ${name}`, caller, call);
      });
    }
  }
}

/** Whether the value is known, and is nothing of the project. */
function isKnownOther(evaluation: Evaluation, unit: Unit, id: ValueId): boolean {
  const { atoms, open } = evaluation.evaluate(unit, id);
  return !open && atoms.length > 0 && atoms.every(({ kind }) => kind === 'api' || kind === 'foreign');
}
