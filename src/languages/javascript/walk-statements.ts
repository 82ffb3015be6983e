import type { TSESTree } from '@typescript-eslint/types';
import { CallFlag, FunctionFlag } from '../../model/facts.ts';
import { developmentFlags, developmentFlagsAfter } from './development.ts';
import { environmentFlags } from './environment.ts';
import { noteAwaitOrder } from './await-order.ts';
import { type Line, noteAwaitLoop, noteAwaitRows } from './await-groups.ts';
import { failureFlags } from './failures.ts';
import { cacheFlags, fillFlags, isExiting, statementFlags, threadFlags } from './guards.ts';
import type { Node } from './ast.ts';
import type { Write } from './records.ts';
import { createScope, declareElements, declarePattern, forEachTarget } from './scopes.ts';
import { failedAfter, leaves, noteCase, noteGuard, visitBranch } from './conditions.ts';
import { isSpin } from './spin.ts';
import { inScope, type Visitors, type Walk, withFlags } from './walk-state.ts';
import { inArm, inLoop, noteChecks } from './walk-loops.ts';
import { scopeFor } from './walk-declarations.ts';
import { visitDefaults } from './walk-functions.ts';

export const statementVisitors: Visitors = {
  Program: (walk, node) => {
    visitStatements(walk, node.body);
  },
  BlockStatement: (walk, node) => {
    const outer = walk.scope;
    walk.scope = createScope(outer, walk.fn, false);
    visitStatements(walk, node.body);
    walk.scope = outer;
  },
  StaticBlock: (walk, node) => {
    inScope(walk, () => {
      visitStatements(walk, node.body);
    });
  },
  ExpressionStatement: (walk, node) => {
    walk.visit(node.expression);
  },
  IfStatement: visitIf,
  WhileStatement: (walk, node) => {
    visitLoop(walk, node, isAlwaysTrue(node.test), () => {
      walk.visit(node.test);
      walk.visit(node.body);
    });
  },
  DoWhileStatement: (walk, node) => {
    visitLoop(walk, node, isAlwaysTrue(node.test), () => {
      walk.visit(node.body);
      walk.visit(node.test);
    });
  },
  ForStatement: visitFor,
  ForInStatement: visitForEach,
  ForOfStatement: visitForEach,
  SwitchStatement: visitSwitch,
  CatchClause: (walk, node) => {
    inScope(walk, () => {
      if (node.param) declarePattern(walk.scope, node.param, () => ({ kind: 'opaque' }));
      withFlags(walk, CallFlag.OnFailure, () => {
        walk.visit(node.body);
      });
    });
  },
};

function visitStatements(walk: Walk, statements: readonly Node[]): void {
  const flags = statementFlags(walk, statements);
  const outer = walk.flags;
  let following = 0;
  const { fn } = walk;
  const { waits } = fn;
  const callsBefore: number[] | null = fn.flags & FunctionFlag.Async ? [] : null;
  let exits: { readonly test: Node; readonly after: number }[] | null = null;
  for (let index = 0; index < statements.length; index += 1) {
    const statement = statements[index];
    if (!statement) continue;
    walk.flags = outer | following | (flags?.[index] ?? 0);
    callsBefore?.push(fn.calls.length);
    if (isExiting(statement)) fn.flags |= FunctionFlag.Exits;
    walk.visit(statement);
    if (statement.type !== 'IfStatement') continue;
    following |= developmentFlagsAfter(statement);
    for (const test of failedAfter(statement)) (exits ??= []).push({ test, after: walk.fn.calls.length });
  }
  if (exits) for (const { test, after } of exits) noteGuard(walk, test, false, after);
  walk.flags = outer;
  if (callsBefore && fn.waits - waits > 1) noteAwaitRows(walk, linesOf(walk, statements, callsBefore));
}

function linesOf({ fn }: Walk, statements: readonly Node[], callsBefore: readonly number[]): Line[] {
  return statements.map((statement, index) => {
    return { statement, calls: fn.calls.slice(callsBefore[index], callsBefore[index + 1]) };
  });
}

function visitIf(walk: Walk, node: TSESTree.IfStatement): void {
  const thread = threadFlags(node.test);
  const development = developmentFlags(node.test);
  const failure = failureFlags(walk.fn, node);
  walk.visit(node.test);
  noteChecks(walk, node.test);
  if (isExiting(node.consequent)) walk.fn.flags |= FunctionFlag.Exits;
  const seldom = failure.consequent | cacheFlags(walk, node) | environmentFlags(node.test);
  withFlags(walk, thread.consequent | development.consequent | seldom, () => {
    visitBranch(walk, node.test, true, node.consequent);
  });
  const { alternate } = node;
  if (alternate) {
    withFlags(walk, thread.alternate | development.alternate | failure.alternate | fillFlags(walk, node), () => {
      visitBranch(walk, node.test, false, alternate);
    });
  }
}

function isAlwaysTrue(test: Node | null): boolean {
  return !test || (test.type === 'Literal' && Boolean(test.value));
}

function visitLoop(
  walk: Walk,
  node: TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForStatement,
  endless: boolean,
  inner: () => void,
): void {
  const { fn } = walk;
  const before = { calls: fn.calls.length, waits: fn.waits, functions: walk.functions.length };
  withFlags(walk, CallFlag.InLoop | (endless ? CallFlag.InEndlessLoop : 0), () => {
    inLoop(walk, node, inner);
  });
  const calls = fn.calls.slice(before.calls);
  if (fn.waits === before.waits) fn.flags |= FunctionFlag.Loops;
  else noteAwaitOrder(fn, node);
  const quiet = fn.waits === before.waits && walk.functions.length === before.functions;
  if (quiet && calls.length > 0 && isSpin(node)) fn.spins.push({ node, calls, flags: walk.flags });
}

function visitFor(walk: Walk, node: TSESTree.ForStatement): void {
  inScope(walk, () => {
    if (node.init) walk.visit(node.init);
    const before = { calls: walk.fn.calls.length, waits: walk.fn.waits };
    visitLoop(walk, node, isAlwaysTrue(node.test), () => {
      if (node.test) walk.visit(node.test);
      if (node.update) walk.visit(node.update);
      walk.visit(node.body);
    });
    if (walk.fn.waits > before.waits) noteAwaitLoop(walk, node, before.calls);
  });
}

function visitForEach(walk: Walk, node: TSESTree.ForInStatement | TSESTree.ForOfStatement): void {
  const waits = node.type === 'ForOfStatement' && node.await;
  const { fn } = walk;
  if (waits) {
    fn.waits += 1;
    fn.delays += 1;
  }
  walk.visit(node.right);
  inScope(walk, () => {
    const { left, right } = node;
    const outer = walk.scope.parent ?? walk.scope;
    const write: Write =
      node.type === 'ForOfStatement'
        ? { kind: 'element', node: right, scope: outer, isRound: true }
        : { kind: 'opaque', isRound: true };
    if (left.type === 'VariableDeclaration') {
      const scope = scopeFor(walk, left);
      for (const { id } of left.declarations) {
        declareElements(scope, id, (path) => (write.kind === 'element' ? { ...write, path } : write));
        visitDefaults(walk, id);
      }
    } else {
      forEachTarget(left, undefined, (target) => {
        if (target.type !== 'Identifier') return;
        walk.writes.push({ name: target.name, scope: walk.scope, write: { kind: 'opaque', isRound: true } });
      });
      visitDefaults(walk, left);
    }
    const before = { calls: walk.fn.calls.length, waits: walk.fn.waits };
    withFlags(walk, CallFlag.InLoop | (waits ? CallFlag.InEndlessLoop : 0), () => {
      inLoop(walk, node, () => {
        walk.visit(node.body);
      });
    });
    if (!waits && walk.fn.waits > before.waits) {
      noteAwaitLoop(walk, node, before.calls);
      noteAwaitOrder(fn, node);
    }
    if (!waits && fn.waits === before.waits) fn.flags |= FunctionFlag.Loops;
  });
}

function visitSwitch(walk: Walk, node: TSESTree.SwitchStatement): void {
  walk.visit(node.discriminant);
  inScope(walk, () => {
    let isEntered = false;
    for (const branch of node.cases) {
      if (branch.test) walk.visit(branch.test);
      const from = walk.fn.calls.length;
      inArm(walk, branch, () => {
        visitStatements(walk, branch.consequent);
      });
      if (branch.test && !isEntered) noteCase(walk, node.discriminant, branch.test, from);
      // Without an end of its own, control falls into the next branch.
      isEntered = !endsBranch(branch.consequent);
    }
  });
}

function endsBranch(consequent: readonly Node[]): boolean {
  const [only] = consequent;
  if (consequent.length === 1 && only?.type === 'BlockStatement') return endsBranch(only.body);
  const last = consequent.at(-1);
  return last !== undefined && (last.type === 'BreakStatement' || leaves(last));
}
