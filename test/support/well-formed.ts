import { valueList } from './value-list.ts';
import assert from 'node:assert/strict';
import type { FileFacts, Value, ValueId } from '../../src/model/facts.ts';
import type { Range } from '../../src/model/range.ts';

/** Checks that every index of the facts points at something, every place lies in the file, and that they are plain data. */
export function assertWellFormed(facts: FileFacts, source: string): void {
  const lines = source.split(/\r\n|\n|\r/);
  assert.deepEqual(JSON.parse(JSON.stringify(facts)), facts);
  if (facts.problem) {
    assert.notEqual(facts.problem.message, '');
    if (facts.problem.at) assertInside(facts.problem.at, lines);
    assert.equal(facts.functions.length, 0);
    return;
  }
  assert.equal(facts.functions[0]?.parent, -1);
  valueList(facts.values).forEach((value, id) => assertValue(facts, value, id));
  assertFunctions(facts, lines);
  assertTables(facts);
}

function assertFunctions(facts: FileFacts, lines: readonly string[]): void {
  assert.equal(new Set(facts.functions.map(({ key }) => key)).size, facts.functions.length, 'keys are unique');
  facts.functions.forEach((fn, index) => {
    assert.ok(fn.parent < index, 'a function follows the one that contains it');
    for (const at of [fn.at, fn.body]) assertInside(at, lines);
    for (const { at, callee, args } of fn.calls) {
      assertInside(at, lines);
      assertIds(facts, [callee, ...args]);
    }
    for (const { at } of fn.operations) assertInside(at, lines);
    assertIds(facts, [...fn.returns, ...fn.decorators, ...fn.params.filter((id) => id !== null)]);
    if (fn.argumentOf) {
      const call = facts.functions[fn.parent]?.calls[fn.argumentOf[0]];
      assert.ok(call && fn.argumentOf[1] < call.args.length, `${fn.key} is the argument of a call`);
    }
    if (fn.owner !== undefined) assert.ok(facts.classes[fn.owner]);
  });
}

function assertTables(facts: FileFacts): void {
  for (const { superclass, members, statics, decorators } of facts.classes) {
    const properties = [...members, ...statics].map(([, value]) => value);
    assertIds(facts, [...properties, ...decorators, ...(superclass === undefined ? [] : [superclass])]);
  }
  for (const { properties, spreads } of facts.objects) {
    assertIds(facts, [...properties.map(([, value]) => value), ...spreads]);
  }
  for (const [target, , value] of facts.assignments) assertIds(facts, [target, value]);
  for (const entry of facts.exports) {
    if (entry[0] === 'named') assertIds(facts, [entry[2]]);
    else if (entry[0] === 'assign') assertIds(facts, [entry[1]]);
    else assert.notEqual(facts.imports[entry[0] === 'star' ? entry[1] : entry[2]], undefined);
  }
}

function assertValue(facts: FileFacts, value: Value, id: ValueId): void {
  const exists = (table: readonly unknown[], index: number) => assert.notEqual(table[index], undefined, `value ${id}`);
  switch (value[0]) {
    case 'import':
      return exists(facts.imports, value[1]);
    case 'function':
      return exists(facts.functions, value[1]);
    case 'class':
      return exists(facts.classes, value[1]);
    case 'object':
      return exists(facts.objects, value[1]);
    case 'param':
      return exists(facts.functions, value[1]);
    case 'member':
    case 'result':
    case 'instance':
      return assertIds(facts, [value[1]]);
    case 'array':
    case 'union':
      return assertIds(facts, value[1]);
    default:
  }
}

function assertIds(facts: FileFacts, ids: readonly ValueId[]): void {
  for (const id of ids) assert.ok(facts.values.at(id), `value ${id} of ${facts.values.length}`);
}

function assertInside([line, character, endLine, endCharacter]: Range, lines: readonly string[]): void {
  assert.ok(line < endLine || (line === endLine && character <= endCharacter), 'a range ends after it starts');
  assert.ok(line >= 0 && endLine < lines.length, `line ${endLine} of ${lines.length}`);
  assert.ok(
    character <= (lines[line]?.length ?? 0) && endCharacter <= (lines[endLine]?.length ?? 0),
    'inside its line',
  );
}
