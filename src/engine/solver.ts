import type { ValueId } from '../model/facts.ts';
import { NOTHING, sameResult, UNKNOWN, type Result } from './atoms.ts';
import type { Unit } from './unit.ts';

/** Evaluates values on demand and keeps the results. */
export interface Solver {
  evaluate(unit: Unit, value: ValueId): Result;
  /** Whether an evaluation is going on. */
  isBusy(): boolean;
}

/** Marks in the memo, told apart by identity. */
const BUSY: Result = { atoms: [], open: false, soft: false };
const PENDING: Result = { atoms: [], open: false, soft: false };

/** Deeper nesting than any real code has; it keeps the stack small. */
const MAX_DEPTH = 300;
const MAX_ROUNDS = 60;

/** A value of a cycle whose outermost value is still being evaluated. */
interface Pending {
  readonly unit: Unit;
  readonly value: ValueId;
  readonly result: Result;
  /** Depth of the outermost unfinished evaluation that it hangs on. */
  low: number;
}

/**
 * Values of a cycle get their least fixed point: the outermost one is evaluated again and again, each time with what
 * the last round found for those that it was cut at, until nothing changes. So no result depends on where it began.
 *
 * @param layer which of a unit's memos it fills
 */
export function createSolver(layer: 0 | 1, step: (unit: Unit, value: ValueId) => Result): Solver {
  const stackUnits: Unit[] = [];
  const stackValues: ValueId[] = [];
  const assumed = new Map<Unit, Map<ValueId, Result>>();
  const pending = new Map<Unit, Map<ValueId, Pending>>();
  const members: Pending[] = [];
  let low = Infinity;
  let changed = false;

  function evaluate(unit: Unit, value: ValueId): Result {
    const memo = unit.memos[layer][value];
    if (memo === undefined) return compute(unit, value);
    if (memo === BUSY) return cut(unit, value);
    if (memo === PENDING) return reuse(unit, value);
    return memo;
  }

  function cut(unit: Unit, value: ValueId): Result {
    let depth = stackUnits.length - 1;
    while (depth >= 0 && (stackUnits[depth] !== unit || stackValues[depth] !== value)) depth--;
    low = Math.min(low, depth);
    const known = assumed.get(unit)?.get(value);
    if (known === undefined) put(assumed, unit, value, NOTHING);
    return known ?? NOTHING;
  }

  function reuse(unit: Unit, value: ValueId): Result {
    const member = pending.get(unit)?.get(value);
    if (!member) return UNKNOWN;
    low = Math.min(low, member.low);
    return member.result;
  }

  function compute(unit: Unit, value: ValueId): Result {
    const depth = stackUnits.length;
    if (depth > MAX_DEPTH) return UNKNOWN;
    const outerLow = low;
    const outerChanged = changed;
    const firstMember = members.length;
    stackUnits.push(unit);
    stackValues.push(value);
    unit.memos[layer][value] = BUSY;
    low = Infinity;
    changed = false;
    let result = step(unit, value);
    if (low === depth) result = iterate(unit, value, depth, firstMember, result);
    stackUnits.pop();
    stackValues.pop();
    if (low < depth) {
      suspend(unit, value, result, firstMember);
      low = Math.min(low, outerLow);
      changed ||= outerChanged;
    } else {
      unit.memos[layer][value] = result;
      low = outerLow;
      changed = outerChanged;
    }
    if (depth === 0) assumed.clear();
    return result;
  }

  /** At the outermost value of a cycle, or what looks like it until a round finds a way further out. */
  function iterate(unit: Unit, value: ValueId, depth: number, firstMember: number, first: Result): Result {
    let result = first;
    for (let round = 0; round < MAX_ROUNDS && low === depth; round++) {
      revise(unit, value, result);
      if (!changed) break;
      release(firstMember, false);
      changed = false;
      low = Infinity;
      result = step(unit, value);
    }
    if (low < depth) return result;
    release(firstMember, true);
    assumed.get(unit)?.delete(value);
    low = Infinity;
    return result;
  }

  function suspend(unit: Unit, value: ValueId, result: Result, firstMember: number): void {
    // What hung on this value now hangs on what it hangs on.
    for (let index = firstMember; index < members.length; index++) {
      const member = members[index];
      if (member) member.low = Math.min(member.low, low);
    }
    const member: Pending = { unit, value, result, low };
    members.push(member);
    put(pending, unit, value, member);
    unit.memos[layer][value] = PENDING;
    revise(unit, value, result);
  }

  /** Whether what was assumed of a value that others were cut at held. */
  function revise(unit: Unit, value: ValueId, result: Result): void {
    const before = assumed.get(unit)?.get(value);
    if (before === undefined || sameResult(before, result)) return;
    put(assumed, unit, value, result);
    changed = true;
  }

  /** Ends a round: its values are final, or to be evaluated again. */
  function release(firstMember: number, final: boolean): void {
    for (let index = members.length - 1; index >= firstMember; index--) {
      const member = members[index];
      if (!member) continue;
      member.unit.memos[layer][member.value] = final ? member.result : undefined;
      pending.get(member.unit)?.delete(member.value);
      if (final) assumed.get(member.unit)?.delete(member.value);
    }
    members.length = firstMember;
  }

  return { evaluate, isBusy: () => stackUnits.length > 0 };
}

function put<T>(table: Map<Unit, Map<ValueId, T>>, unit: Unit, value: ValueId, entry: T): void {
  const values = table.get(unit);
  if (values) values.set(value, entry);
  else table.set(unit, new Map([[value, entry]]));
}
