import { assignmentVisitors } from './walk-assignments.ts';
import { expressionVisitors } from './walk-expressions.ts';
import { functionVisitors, moduleRecord } from './walk-functions.ts';
import { importVisitors } from './walk-imports.ts';
import { statementVisitors } from './walk-statements.ts';
import { type Visitor, visitChildren, type Walk } from './walk-state.ts';
import type { Node } from './tree.ts';

const visitors = new Map<string, Visitor>(
  Object.entries({
    ...assignmentVisitors,
    ...expressionVisitors,
    ...functionVisitors,
    ...importVisitors,
    ...statementVisitors,
  }),
);

/** Walks a module once: scopes, functions, classes, calls. */
export function walkModule(root: Node, source: string): Walk {
  const body = moduleRecord(root);
  const walk: Walk = {
    source,
    functions: [body],
    classes: [],
    functionOf: new Map(),
    classOf: new Map(),
    scopeOf: new Map(),
    loads: new Set(),
    stars: [],
    submodules: [],
    assignments: [],
    keys: new Map(),
    scope: body.scope,
    fn: body,
    owner: null,
    flags: 0,
    hint: null,
    block: root,
    loops: [],
    until: undefined,
    awaited: null,
    visit: (node) => {
      walk.fn.steps += 1;
      const visitor = visitors.get(node.type);
      if (visitor) visitor(walk, node);
      else visitChildren(walk, node);
    },
  };
  walk.visit(root);
  return walk;
}
