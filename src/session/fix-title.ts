import type { AsyncPlan } from '../engine/plan/plan-async.ts';

/** `Await readFile instead of readFileSync`, or what a language says is done; with the functions and files where there are more. */
export function titleOf({ operation, functions, files, copies }: AsyncPlan, done?: string): string {
  const { api } = operation;
  const isPause = !api || api.name === 'global.Atomics.wait';
  const swap =
    done ??
    (isPause
      ? 'await a timer instead of blocking'
      : `await ${lastName(api.entry.replace.target ?? '')} instead of ${lastName(api.name)}`);
  const changed = files.filter((plan) => plan.functions.length + plan.awaits.length + plan.operations.length > 0);
  const counts = `${count(functions.length, 'function')} in ${count(changed.length, 'file')}`;
  if (copies.length > 0) {
    const isNew = files.some((plan) => plan.functions.some(({ copy }) => copy !== undefined));
    const names = copies.join(' and ');
    return isNew ? `Add ${names}, which can ${swap}, and await it here (${counts})` : `Await ${names} here`;
  }
  if (functions.length === 0) return capital(swap);
  const [first] = functions;
  if (functions.length === 1 && first?.facts.argumentOf) return `${capital(swap)} in the ${first.facts.name}`;
  const many = functions.length > 1 || changed.length > 1;
  const names = functions.length === 1 ? (first?.facts.name ?? '') : `${first?.facts.name} and what calls it`;
  return `Make ${names} async and ${swap}${many ? ` (${counts})` : ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function lastName(api: string): string {
  const name = api.slice(Math.max(api.lastIndexOf('.'), api.lastIndexOf('#')) + 1);
  return name === 'sync' || name === 'async' ? api : name;
}
