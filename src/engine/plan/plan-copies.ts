import { FunctionFlag } from '../../model/facts.ts';
import type { Finding, PathStep } from '../../model/finding.ts';
import { lastName } from '../last-name.ts';
import type { Edge, FunctionNode } from '../nodes.ts';
import { isWithinReach, reexportsOf, type Audit } from './audit.ts';
import { createDraft, filePlan, sameRange, stop, type PlannedCopy } from './draft.ts';
import {
  addOperation,
  finishOperation,
  followCaller,
  mustWait,
  operationOf,
  replacementOf,
  type AsyncPlan,
} from './plan-async.ts';

/**
 * Plans the way out of a finding for the calls on its path only: helpers that others call as well, or may call, keep their
 * form and get an asynchronous copy beside them. Undefined when no helper on the path needs that.
 */
export function planCopies(audit: Audit, finding: Finding): AsyncPlan | undefined {
  const operation = operationOf(audit, finding);
  if (!operation || !replacementOf(operation)) return undefined;
  const path = pathNodes(audit, finding.path);
  if (path?.at(-1) !== operation.node) return undefined;
  const copies = copiesOn(audit, path);
  if (copies.size === 0) return undefined;
  const draft = createDraft(copies);
  const known = [...copies].find(([, { exists }]) => exists);
  if (known) {
    const [node, { callers }] = known;
    for (const edge of node.in) if (callers.has(edge.from)) followCaller(draft, node, edge);
  } else {
    addOperation(draft, operation, true);
    mustWait(draft, operation.node);
  }
  for (const [node, { name: copy, exists }] of copies) {
    for (const { file, ...place } of exists ? [] : reexportsOf(audit, node)) {
      const plan = filePlan(draft, file);
      plan.reexports = [...(plan.reexports ?? []), { ...place, copy }];
    }
  }
  const plan = finishOperation(audit, draft, operation);
  const leaving = leavingEdge(draft.functions, copies);
  if (leaving) stop(draft, 'used as a value', `${leaving.to.facts.name} is called from outside its copy`, leaving.from);
  const isTwice = [...copies].some(([node, { name }]) => draft.functions.has(node) && isNameTaken(node, name));
  if (isTwice) stop(draft, 'name taken', 'there is a function of the name that the copy would have', operation.node);
  return { ...plan, stops: draft.stops };
}

/** The functions along a path; each calls the next one. */
function pathNodes({ files }: Audit, path: readonly PathStep[]): FunctionNode[] | undefined {
  const nodes = path.map(({ file, at, caller }) => {
    const functions = files.get(file)?.unit?.functions ?? [];
    const called = functions.filter(({ facts }) => facts.name === caller);
    return called.find(({ facts, hits }) => facts.calls.some((call) => sameRange(call.at, at)) || hits.length > 0);
  });
  return nodes.every((node) => node !== undefined) ? nodes : undefined;
}

/** Which functions of the path stay for others. The first one is where the finding stands. */
function copiesOn(audit: Audit, path: readonly FunctionNode[]): Map<FunctionNode, PlannedCopy> {
  const copies = new Map<FunctionNode, PlannedCopy>();
  path.forEach((node, index) => {
    const caller = path[index - 1];
    if (!caller || node.facts.flags & FunctionFlag.Async || node === caller) return;
    if (path.slice(0, index).some((outer) => isInside(node, outer))) return;
    // Who is handed it calls it: it changes itself.
    if (!node.in.some(({ from, isCall }) => from === caller && isCall)) return;
    // A caller that stays beside its copy is another one.
    const hasOthers = copies.has(caller) || node.in.some(({ from }) => from !== caller && !isInside(from, node));
    if (!hasOthers && !isWithinReach(audit, node)) return;
    const name = copyName(node);
    const own = (node.file.unit?.functions ?? []).filter((inner) => isInside(inner, node));
    copies.set(node, { name, callers: new Set([caller, ...own]), exists: isCopied(node, name) });
  });
  return copies;
}

/** Whether a function stands in another one, or is it. */
function isInside(node: FunctionNode, outer: FunctionNode): boolean {
  if (node.file !== outer.file) return false;
  const functions = node.file.unit?.functions ?? [];
  for (let inner: FunctionNode | undefined = node; inner; inner = functions[inner.facts.parent]) {
    if (inner === outer) return true;
  }
  return false;
}

/** `loadSync` has the copy `loadAsync`, and so has `load`. What has no name of its own is named after its file. */
function copyName({ facts, file }: FunctionNode): string {
  const own = plainName(facts.name);
  const stem = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\..*$/, '');
  const named = own === 'exports' ? stem.replace(/[-_. ]+(\w)/g, (_, letter: string) => letter.toUpperCase()) : own;
  return `${named.replace(/Sync$/, '')}Async`;
}

/** Without the mark of a private method. */
function plainName(name: string): string {
  return lastName(name).replace('#', '');
}

/** Whether a fix has put the copy there before: asynchronous, with the same parameters and no fewer calls. */
function isCopied(node: FunctionNode, name: string): boolean {
  return (node.file.unit?.functions ?? []).some(
    ({ facts }) =>
      plainName(facts.name) === name &&
      facts.flags & FunctionFlag.Async &&
      facts.parent === node.facts.parent &&
      facts.calls.length >= node.facts.calls.length &&
      facts.paramNames.join() === node.facts.paramNames.join(),
  );
}

function isNameTaken(node: FunctionNode, name: string): boolean {
  return (node.file.unit?.functions ?? []).some(({ facts }) => plainName(facts.name) === name);
}

/** A call from elsewhere of a function that only becomes asynchronous within a copy. */
function leavingEdge(
  functions: ReadonlySet<FunctionNode>,
  copies: ReadonlyMap<FunctionNode, PlannedCopy>,
): Edge | undefined {
  for (const node of functions) {
    const copy = [...copies.keys()].find((outer) => outer !== node && isInside(node, outer));
    const edge = copy && node.in.find(({ from }) => !isInside(from, copy));
    if (edge) return edge;
  }
  return undefined;
}
