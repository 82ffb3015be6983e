import type { TSESTree } from '@typescript-eslint/types';
import { forEachChild, type Node } from './ast.ts';
import { typedVisitors } from './declared-types.ts';
import type { FunctionRecord, Scope } from './records.ts';
import { createScope } from './scopes.ts';
import { declarationVisitors } from './walk-declarations.ts';
import { expressionVisitors } from './walk-expressions.ts';
import { functionVisitors } from './walk-functions.ts';
import { loopVisitors } from './walk-loops.ts';
import { moduleVisitors } from './walk-modules.ts';
import type { Walk } from './walk-state.ts';
import { changeVisitors } from './side-effects.ts';
import { statementVisitors } from './walk-statements.ts';

const visitors = new Map<string, (walk: Walk, node: Node) => void>(
  Object.entries({
    ...changeVisitors,
    ...declarationVisitors,
    ...expressionVisitors,
    ...functionVisitors,
    ...loopVisitors,
    ...moduleVisitors,
    ...statementVisitors,
    ...typedVisitors,
  } as Record<string, (walk: Walk, node: Node) => void>),
);

/** Walks a program once: scopes, functions, classes, calls. */
export function walkProgram(program: TSESTree.Program, source: string): Walk {
  const body = moduleRecord(program);
  const walk: Walk = {
    source,
    functions: [body],
    classes: [],
    functionOf: new Map(),
    classOf: new Map(),
    scopeOf: new Map(),
    exports: [],
    loads: [],
    assignments: [],
    writes: [],
    escapes: [],
    growths: [],
    callbackLoops: new Map(),
    types: new Map(),
    declaredTypes: new Map(),
    decorations: [],
    additions: [],
    keys: new Map(),
    scope: body.scope,
    fn: body,
    flags: 0,
    loop: null,
    steps: 0,
    arm: null,
    awaited: null,
    visit: (node) => {
      walk.steps += 1;
      // Half of all nodes; nothing is below them.
      if (node.type === 'Identifier' || node.type === 'Literal') return;
      const visitor = visitors.get(node.type);
      if (visitor) visitor(walk, node);
      else forEachChild(node, walk.visit);
    },
  };
  walk.visit(program);
  body.steps = walk.steps;
  return walk;
}

function moduleRecord(program: TSESTree.Program): FunctionRecord {
  const record: Omit<FunctionRecord, 'scope'> & { scope?: Scope } = {
    index: 0,
    node: program,
    parent: null,
    name: 'module',
    key: '<module>',
    flags: 0,
    nameNode: null,
    params: [],
    paramNames: [],
    paramTypes: [],
    returns: [],
    calls: [],
    spins: [],
    awaitGroups: [],
    orderedAwaits: [],
    lengths: [],
    loops: [],
    selfCalls: [],
    steps: 0,
    decorators: [],
    waits: 0,
    delays: 0,
    isKeeping: false,
    checked: null,
    isAnswer: false,
  };
  const body = record as FunctionRecord;
  body.scope = createScope(null, body, true);
  return body;
}
