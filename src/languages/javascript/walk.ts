import type { TSESTree } from '@typescript-eslint/types';
import { forEachChild, type Node } from './ast.ts';
import { typedVisitors } from './declared-types.ts';
import { getterNames } from './getters.ts';
import type { FunctionRecord } from './records.ts';
import { createFunctionRecord } from './scopes.ts';
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
    getters: getterNames(source),
    scope: body.scope,
    fn: body,
    flags: 0,
    hint: undefined,
    loop: null,
    steps: 0,
    arm: null,
    awaited: null,
    visit: (node) => {
      walk.steps += 1;
      const { type } = node;
      // Half of all nodes; nothing is below them.
      if (type === 'Identifier' || type === 'Literal') return;
      const visitor = visitors.get(type);
      if (visitor) visitor(walk, node);
      else forEachChild(node, walk.visit);
    },
  };
  walk.visit(program);
  body.steps = walk.steps;
  return walk;
}

function moduleRecord(node: TSESTree.Program): FunctionRecord {
  return createFunctionRecord(null, {
    index: 0,
    node,
    parent: null,
    name: 'module',
    key: '<module>',
    flags: 0,
    nameNode: null,
    decorators: [],
    isAnswer: false,
    receiver: undefined,
    owner: undefined,
  });
}
