import type { FunctionRecord, Receiver } from './records.ts';

/** Arrow functions have the `this` of the function around them. */
export function receiverOfThis(fn: FunctionRecord): Receiver | undefined {
  let current: FunctionRecord | null = fn;
  while (current && !current.receiver && current.node.type === 'ArrowFunctionExpression') current = current.parent;
  return (
    current?.receiver ?? (current && isConstructorLike(current) ? { kind: 'constructed', fn: current } : undefined)
  );
}

function isConstructorLike(fn: FunctionRecord): boolean {
  return fn.node.type === 'FunctionDeclaration' || fn.node.type === 'FunctionExpression';
}
