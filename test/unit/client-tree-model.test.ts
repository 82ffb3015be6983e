import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildTree, everything, type Grouping } from '../../src/client/tree-model.ts';
import type { FindingView } from '../../src/protocol/messages.ts';

const range = (line: number): FindingView['range'] => ({ start: { line, character: 2 }, end: { line, character: 9 } });

function finding(file: string, line: number, over: Partial<FindingView> = {}): FindingView {
  const uri = `file:///project/${file}`;
  const step = { uri, range: range(line), caller: 'handle', call: 'read' };
  return {
    id: `${file}:${line}`,
    rule: 'blocking-io',
    severity: 'warning',
    confidence: 'certain',
    verdict: 'concurrency',
    uri,
    folder: 'file:///project',
    path: file,
    range: range(line),
    message: '`read` blocks the event loop.',
    entry: { name: 'handle', role: 'async function', uri, range: range(0) },
    operation: { name: 'node:fs.readFileSync', does: 'reads a whole file', work: 'file', cost: 'medium' },
    steps: [step],
    ...over,
  };
}

const findings = [
  finding('b.ts', 9),
  finding('b.ts', 3),
  finding('a.ts', 1, { severity: 'information' }),
  finding('c.ts', 5, { rule: 'heavy-call', verdict: 'parallelism', severity: 'error' }),
  finding('c.ts', 7, { suppressed: { reason: 'once a day' } }),
];

const outline = (grouping: Grouping, filter = everything): [string, string[]][] =>
  buildTree(findings, grouping, filter).map(({ key, findings: nodes }) => [key, nodes.map((node) => node.finding.id)]);

describe('the tree of findings', () => {
  it('has the groups with the worst findings first, and in them the worst first, then by place', () => {
    assert.deepEqual(outline('verdict'), [
      ['parallelism', ['c.ts:5']],
      ['concurrency', ['b.ts:3', 'b.ts:9', 'a.ts:1']],
    ]);
    assert.deepEqual(
      outline('rule').map(([key]) => key),
      ['heavy-call', 'blocking-io'],
    );
    assert.deepEqual(
      outline('file').map(([key]) => key.split('/').at(-1)),
      ['c.ts', 'b.ts', 'a.ts'],
    );
  });

  it('leaves out what the filter does not name, and empty groups', () => {
    assert.deepEqual(outline('verdict', { severities: new Set(['information']), suppressed: false }), [
      ['concurrency', ['a.ts:1']],
    ]);
    const withSuppressed = outline('verdict', { ...everything, suppressed: true });
    assert.equal(withSuppressed.flatMap(([, ids]) => ids).length, findings.length);
  });

  it('does not change what it is given', () => {
    const before = findings.map(({ id }) => id);
    outline('file');
    assert.deepEqual(
      findings.map(({ id }) => id),
      before,
    );
  });
});
