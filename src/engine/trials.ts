import type { Edge, FunctionNode } from './nodes.ts';

/** A test tries out what is no test: that says nothing of how it comes to run where it is used. */
export function isTrial({ from, to }: Edge): boolean {
  return from.file !== to.file && isOfTests(from) && !isOfTests(to);
}

/** What a test hands to what it tries out: that is not what others hand to it. */
export function isProbe({ from, to }: Edge): boolean {
  return from.file !== to.file && isOfTests(to) && !isOfTests(from);
}

export function isOfTests({ file }: FunctionNode): boolean {
  return file.unit?.facts.roles.includes('test') ?? false;
}
