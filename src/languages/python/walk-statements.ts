import { CallFlag, FunctionFlag } from '../../model/facts.ts';
import { failedAfter, inBranch, noteGuard } from './conditions.ts';
import { cacheFlags, isEndless, isTypeChecking, statementFlags } from './guards.ts';
import type { CallRecord, Write } from './records.ts';
import { bind } from './scopes.ts';
import { childOfType, isAsync, type Node, part, parts, unwrap } from './tree.ts';
import { bindTargets } from './walk-assignments.ts';
import { visitClass } from './walk-classes.ts';
import { nameOfCallee } from './walk-functions.ts';
import { noteIteration } from './walk-expressions.ts';
import { noteCall, textOf, type Visitors, visitChildren, type Walk, withFlags } from './walk-state.ts';

export const statementVisitors: Visitors = {
  module: (walk, node) => {
    visitStatements(walk, node);
  },
  block: (walk, node) => {
    visitStatements(walk, node);
  },
  class_definition: (walk, node) => {
    visitClass(walk, node);
  },
  if_statement: visitIf,
  while_statement: visitWhile,
  for_statement: visitFor,
  with_statement: visitWith,
  except_clause: visitExcept,
  raise_statement: (walk, node) => {
    withFlags(walk, CallFlag.OnFailure, () => {
      for (const child of node.children) walk.visit(child);
    });
  },
  match_statement: visitMatch,
  global_statement: (walk, node) => {
    redirect(walk, node, 'global');
  },
  nonlocal_statement: (walk, node) => {
    redirect(walk, node, 'nonlocal');
  },
  type_alias_statement: visitTypeAlias,
};

function visitStatements(walk: Walk, block: Node): void {
  const { children: statements } = block;
  const flags = statementFlags(walk, statements);
  const outer = walk.flags;
  const { block: around, until } = walk;
  walk.block = block;
  const exits: { readonly test: Node; readonly after: number }[] = [];
  statements.forEach((statement, index) => {
    walk.flags = outer | (flags?.[index] ?? 0);
    walk.until = statement.type === 'expression_statement' ? statement.end : undefined;
    walk.visit(statement);
    for (const test of failedAfter(statement)) exits.push({ test, after: walk.fn.calls.length });
  });
  for (const { test, after } of exits) noteGuard(walk, test, false, after);
  walk.flags = outer;
  walk.block = around;
  walk.until = until;
}

function visitIf(walk: Walk, node: Node): void {
  const test = part(node, 'condition');
  const body = part(node, 'consequence');
  if (test) walk.visit(test);
  // What is there for checkers of types only binds names.
  const flags = test && isTypeChecking(walk, test) ? CallFlag.OffLoop : test ? cacheFlags(walk, test, node) : 0;
  withFlags(walk, flags, () => {
    inBranch(walk, test ? [[test, true]] : [], () => {
      if (body) walk.visit(body);
    });
  });
  const failed: (readonly [Node, boolean])[] = test ? [[test, false]] : [];
  for (const clause of parts(node, 'alternative')) {
    const condition = part(clause, 'condition');
    const branch = part(clause, clause.type === 'elif_clause' ? 'consequence' : 'body');
    if (condition) walk.visit(condition);
    withFlags(walk, condition ? cacheFlags(walk, condition, clause) : 0, () => {
      inBranch(walk, condition ? [...failed, [condition, true]] : failed, () => {
        if (branch) walk.visit(branch);
      });
    });
    if (condition) failed.push([condition, false]);
  }
}

function visitWhile(walk: Walk, node: Node): void {
  const test = part(node, 'condition');
  const { waits } = walk.fn;
  // Only coroutines are on an event loop: what loops for ever outside of them stops nobody else.
  const isServing = test && walk.fn.flags & FunctionFlag.Async && isEndless(walk, test);
  withFlags(walk, CallFlag.InLoop | (isServing ? CallFlag.InEndlessLoop : 0), () => {
    inLoop(walk, node, () => {
      if (test) walk.visit(test);
      visitPart(walk, node, 'body');
    });
  });
  if (walk.fn.waits === waits) walk.fn.flags |= FunctionFlag.Loops;
  visitElse(walk, node);
}

function visitFor(walk: Walk, node: Node): void {
  const [left, right] = [part(node, 'left'), part(node, 'right')];
  const waits = isAsync(walk.source, node);
  const before = walk.fn.waits;
  if (right) walk.visit(right);
  if (waits) walk.fn.waits += 1;
  else if (right) noteIteration(walk, right);
  const flags = CallFlag.InLoop | (waits ? CallFlag.InEndlessLoop : 0);
  inLoop(walk, node, () => {
    if (left && right)
      inBlock(walk, part(node, 'body') ?? node, () => {
        bindTargets(walk, left, { kind: 'element', node: right, scope: walk.scope });
      });
    withFlags(walk, flags, () => {
      visitPart(walk, node, 'body');
    });
  });
  if (walk.fn.waits === before) walk.fn.flags |= FunctionFlag.Loops;
  visitElse(walk, node);
}

/** Runs `inner` for the body of a loop. */
function inLoop(walk: Walk, loop: Node, inner: () => void): void {
  const { loops } = walk;
  walk.loops = [...loops, loop];
  inner();
  walk.loops = loops;
}

/** Runs `inner` for what is done only where a block is entered. */
function inBlock(walk: Walk, block: Node, inner: () => void): void {
  const { block: around } = walk;
  walk.block = block;
  inner();
  walk.block = around;
}

function visitPart(walk: Walk, node: Node, field: string): void {
  const inner = part(node, field);
  if (inner) walk.visit(inner);
}

function visitElse(walk: Walk, node: Node): void {
  const clause = part(node, 'alternative');
  if (clause) visitPart(walk, clause, 'body');
}

/** `with a() as b, c:` calls what a context manager does at its begin and at its end. */
function visitWith(walk: Walk, node: Node): void {
  const waits = isAsync(walk.source, node);
  const items = childOfType(node, 'with_clause')?.children ?? [];
  const prefix = waits ? '__a' : '__';
  const exits: Node[] = [];
  const enters: CallRecord[] = [];
  for (const item of items) {
    const value = part(item, 'value');
    if (!value) continue;
    const isNamed = value.type === 'as_pattern';
    const [context] = isNamed ? value.children : [value];
    if (!context) continue;
    if (waits) walk.fn.waits += 1;
    walk.visit(context);
    enters.push(noteImplicit(walk, context, `${prefix}enter__`, waits));
    exits.push(context);
    const target = isNamed ? part(value, 'alias') : undefined;
    if (target) {
      const write: Write = { kind: 'expression', node: context, scope: walk.scope };
      for (const name of target.children) bindTargets(walk, name, write);
    }
  }
  const before = walk.fn.waits;
  visitPart(walk, node, 'body');
  if (!waits && walk.fn.waits > before) for (const enter of enters) enter.flags |= CallFlag.OverWait;
  for (const context of exits) noteImplicit(walk, context, `${prefix}exit__`, waits);
}

function noteImplicit(walk: Walk, context: Node, method: string, waits: boolean): CallRecord {
  const at = nameOfCallee(unwrap(context));
  return noteCall(walk, { callee: context, method, args: [], keywords: [], at }, waits ? CallFlag.Awaited : 0);
}

function visitExcept(walk: Walk, node: Node): void {
  for (const value of parts(node, 'value')) {
    const alias = value.type === 'as_pattern' ? part(value, 'alias') : undefined;
    inBlock(walk, node, () => {
      for (const name of alias?.children ?? []) bindTargets(walk, name, { kind: 'opaque' });
    });
    walk.visit(value.type === 'as_pattern' ? (value.children[0] ?? value) : value);
  }
  withFlags(walk, CallFlag.OnFailure, () => {
    const body = childOfType(node, 'block');
    if (body) walk.visit(body);
  });
}

function visitMatch(walk: Walk, node: Node): void {
  for (const subject of parts(node, 'subject')) walk.visit(subject);
  for (const clause of part(node, 'body')?.children ?? []) {
    for (const child of clause.children) {
      if (child.type === 'case_pattern') bindCaptures(walk, child);
      else walk.visit(child);
    }
  }
}

/** Names in patterns are new ones, but for those with a dot and those of classes and keywords. */
function bindCaptures(walk: Walk, pattern: Node): void {
  switch (pattern.type) {
    case 'dotted_name': {
      const name = textOf(walk, pattern);
      if (!name.includes('.') && name !== '_') bind(walk.scope, name, { kind: 'opaque' });
      break;
    }
    case 'identifier':
      bind(walk.scope, textOf(walk, pattern), { kind: 'opaque' });
      break;
    case 'class_pattern':
    case 'keyword_pattern':
      for (const child of pattern.children.slice(1)) bindCaptures(walk, child);
      break;
    default:
      for (const child of pattern.children) bindCaptures(walk, child);
  }
}

function redirect(walk: Walk, node: Node, to: 'global' | 'nonlocal'): void {
  walk.fn.flags |= FunctionFlag.TouchesOutside;
  walk.scope.redirects ??= new Map();
  for (const name of node.children) walk.scope.redirects.set(textOf(walk, name), to);
}

function visitTypeAlias(walk: Walk, node: Node): void {
  const [left, right] = [part(node, 'left'), part(node, 'right')];
  const name = left && unwrap(left);
  const identifier = name?.type === 'identifier' ? name : name && childOfType(name, 'identifier');
  if (!identifier || !right) return;
  bind(walk.scope, textOf(walk, identifier), { kind: 'expression', node: right, scope: walk.scope });
  visitChildren(walk, right);
}
