import type { AsyncPlan } from '../engine/plan/plan-async.ts';

/** `Await readFile instead of readFileSync`; with the functions and files where there are more. */
export function titleOf({ operation, functions, files }: AsyncPlan): string {
  const { api } = operation;
  const swap = `await ${lastName(api?.entry.replace.target ?? '')} instead of ${lastName(api?.name ?? '')}`;
  if (functions.length === 0) return `A${swap.slice(1)}`;
  const changed = files.filter((plan) => plan.functions.length + plan.awaits.length + plan.operations.length > 0);
  const many = functions.length > 1 || changed.length > 1;
  const counts = `${functions.length} function${functions.length === 1 ? '' : 's'} in ${changed.length} file${changed.length === 1 ? '' : 's'}`;
  const names =
    functions.length === 1 ? (functions[0]?.facts.name ?? '') : `${functions[0]?.facts.name} and what calls it`;
  return `Make ${names} async and ${swap}${many ? ` (${counts})` : ''}`;
}

function lastName(api: string): string {
  return api.slice(Math.max(api.lastIndexOf('.'), api.lastIndexOf('#')) + 1);
}
