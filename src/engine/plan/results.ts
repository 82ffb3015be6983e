import type { FunctionNode } from '../nodes.ts';
import { callOf, EdgeKind } from '../nodes.ts';
import { auditMaker, type Audit } from './audit.ts';
import { filePlan, type Draft } from './draft.ts';

/**
 * A function that another one makes and returns: `route(config)` gives a handler. Who calls the other one gets it, and has to do
 * nothing with it but what the plan knows; that is for the language to find.
 */
export function followResult(audit: Audit, draft: Draft, node: FunctionNode): void {
  const maker = makerOf(audit, node);
  if (!maker) return;
  const plan = filePlan(draft, node.file.path);
  plan.makers = [...(plan.makers ?? []), { key: maker.key, result: node.key }];
  for (const { from, call, isCall } of maker.in) {
    const at = callOf(from, call)?.at;
    if (!isCall || !at) continue;
    const results = filePlan(draft, from.file.path);
    results.results = [...(results.results ?? []), at];
  }
  auditMaker(audit, draft, maker, isRegistered(node) ? node : undefined);
}

/** The function around it, if that returns it. */
function makerOf({ evaluation }: Audit, node: FunctionNode): FunctionNode | undefined {
  const { unit } = node.file;
  const maker = unit?.functions[node.facts.parent];
  if (!unit || !maker) return undefined;
  const isReturned = maker.facts.returns.some((id) =>
    evaluation.evaluate(unit, id).atoms.some((atom) => atom.kind === 'function' && atom.node === node),
  );
  return isReturned ? maker : undefined;
}

/** Whether something calls it for whoever comes, and does not look at what it returns. */
function isRegistered(node: FunctionNode): boolean {
  return node.isHandler || node.in.some(({ kind, call }) => kind === EdgeKind.Later || call < 0);
}
