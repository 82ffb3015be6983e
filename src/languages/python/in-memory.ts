import type { Evaluator } from './evaluator.ts';
import type { CallRecord, Placed, Scope } from './records.ts';
import { lookUp } from './scopes.ts';
import { type Node, part, unwrap } from './tree.ts';
import { fieldOf } from './walk-assignments.ts';

/** Files that are held in memory: what is done with them asks no disk. */

const MAX_DEPTH = 6;

/** Whether a call is given such a file, or is one of what was made around such a file. */
export function isOfMemory(evaluator: Evaluator, { callee, args, scope }: CallRecord): boolean {
  const object = part(unwrap(callee), 'object');
  return (
    args.some((argument) => isFile(evaluator, argument, scope)) ||
    (object !== undefined && isMadeAround(evaluator, { node: object, scope }, 0))
  );
}

/** `io.BytesIO(data)`. */
function isFile(evaluator: Evaluator, argument: Node, scope: Scope): boolean {
  const node = argument.type === 'keyword_argument' ? part(argument, 'value') : argument;
  if (!node || !/^(?:call|identifier|attribute)$/.test(node.type)) return false;
  const made = evaluator.values[evaluator.evaluate(node, scope)];
  const maker = made?.[0] === 'result' || made?.[0] === 'instance' ? evaluator.values[made[1]] : undefined;
  if (maker?.[0] !== 'member' || !/^(?:Bytes|String)IO$/.test(maker[2])) return false;
  const module = evaluator.values[maker[1]];
  return module?.[0] === 'import' && evaluator.imports[module[1]] === 'python:io';
}

/** `Image.open(io.BytesIO(data)).convert('RGB')`, through names and fields. */
function isMadeAround(evaluator: Evaluator, { node: expression, scope }: Placed, depth: number): boolean {
  const node = unwrap(expression);
  if (depth > MAX_DEPTH) return false;
  const of = (inner: Placed): boolean => isMadeAround(evaluator, inner, depth + 1);
  switch (node.type) {
    case 'call': {
      const list = part(node, 'arguments');
      const callee = part(node, 'function');
      const isGiven = list?.children.some((argument) => isFile(evaluator, argument, scope)) === true;
      return isGiven || (callee?.type === 'attribute' && of({ node: callee, scope }));
    }
    case 'attribute': {
      const field = fieldOf(evaluator.walk, node, scope);
      const sources = field?.table.get(field.name) ?? [];
      if (field) return sources.some((source) => source.kind === 'expression' && of(source));
      const object = part(node, 'object');
      return object !== undefined && of({ node: object, scope });
    }
    case 'identifier': {
      const name = evaluator.walk.source.slice(node.start, node.end);
      const writes = lookUp(scope, name)?.writes ?? [];
      return writes.some((write) => (write.kind === 'expression' || write.kind === 'element') && of(write));
    }
    default:
      return false;
  }
}
