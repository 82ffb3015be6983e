import type { AsyncPlan } from '../engine/plan/plan-async.ts';

/** What to do where a plan stops. */
export function nextBest(kind: string, { operation }: AsyncPlan): string | undefined {
  const name = operation.node.facts.name;
  switch (kind) {
    case 'constructor':
      return 'Read it in a static async method that then calls the constructor, or once at start-up.';
    case 'getter':
    case 'setter':
      return 'Make it an async method, or fill the value once at start-up.';
    case 'generator':
      return 'Make it an async generator and iterate with for await.';
    case 'public API':
    case 'override':
    case 'interface':
    case 'unknown receiver':
    case 'used as a value':
      return `Add an async twin of ${name} beside it and call that where the loop serves.`;
    case 'synchronous callback':
      return 'Collect what is needed with await before the call.';
    case 'event order':
      return 'Iterate over the stream with for await, or keep the promises and await them in the later listener.';
    case 'CommonJS top level':
      return 'Move the code into an async main function.';
    case 'class field':
    case 'default parameter':
    case 'static block':
      return 'Compute the value in an async function and pass it in.';
    case 'callback and promise':
      return 'Make it async without the callback: return where the callback was called, and throw what it was given.';
    case 'off the loop':
      return 'It does not block a loop there: leave it as it is.';
    default:
      return undefined;
  }
}
