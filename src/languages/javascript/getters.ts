import type { TSESTree } from '@typescript-eslint/types';
import { CallFlag } from '../../model/facts.ts';
import type { ValueId } from '../../model/facts.ts';
import { lastName } from './ast.ts';
import type { Evaluator } from './value-table.ts';
import type { Walk } from './walk-state.ts';

const WORD = 'get ';
const GETTER = /get\s+(#?[\w$]+)\s*\(\s*\)/y;

/** Names that getters of a source have. What it takes from comments and strings beyond them is read as a property, and nothing comes of it. */
export function getterNames(source: string): ReadonlySet<string> {
  const names = new Set<string>();
  // To find a text is much faster than to match.
  for (let at = source.indexOf(WORD); at >= 0; at = source.indexOf(WORD, at + WORD.length)) {
    GETTER.lastIndex = at;
    const name = GETTER.exec(source)?.[1];
    if (name !== undefined) names.add(name);
  }
  return names;
}

/** Notes the read of a property that a getter of the file may make: it runs the getter, as a call does. */
export function noteRead(walk: Walk, node: TSESTree.MemberExpression): void {
  const name = lastName(node);
  if (!walk.getters.has(name)) return;
  walk.fn.calls.push({
    callee: node,
    name,
    args: [],
    isNew: false,
    at: node.property,
    scope: walk.scope,
    flags: walk.flags | CallFlag.Read | CallFlag.Quiet,
    index: -1,
  });
}

/** Whether a read may run a getter, by what the object is. */
export function mayRunGetter({ values }: Evaluator, read: ValueId): boolean {
  const member = values[read];
  const kind = member?.[0] === 'member' ? values[member[1]]?.[0] : undefined;
  return kind !== undefined && !NO_OBJECTS.has(kind);
}

const NO_OBJECTS = new Set(['unknown', 'literal', 'regex', 'array', 'global', 'function', 'class']);
