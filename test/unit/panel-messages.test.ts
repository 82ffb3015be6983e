import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { RewriteView } from '../../src/protocol/advice.ts';
import { isFromPanel, isToPanel } from '../../src/protocol/panel.ts';
import { sampleAdvice, without } from '../support/advice-sample.ts';

const rewrite: RewriteView = {
  id: 'a1 carry-async',
  title: 'Await it',
  finding: 'a1',
  strategy: 'carry-async',
  isPreferred: true,
  cost: '2 edits in 1 file.',
  warnings: [],
};

/** All ways to spoil one value somewhere in a message. */
function spoiled(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    const inner = value.flatMap((item, index) => spoiled(item).map((bad): unknown => value.with(index, bad)));
    return [{ length: 0 }, ...inner];
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    return [null, ...entries.flatMap(([key, item]) => spoiled(item).map((bad) => ({ ...value, [key]: bad })))];
  }
  return [Symbol('something else')];
}

describe('messages between the panel and the editor', () => {
  const toPanel = [
    { type: 'advice', advice: sampleAdvice, isPinned: false },
    { type: 'empty', reason: 'edited' },
    { type: 'rewrites', rewrites: [rewrite, { ...rewrite, disabled: 'A constructor cannot wait.' }] },
    { type: 'pinned', isPinned: true },
  ];
  const fromPanel = [
    { type: 'ready' },
    { type: 'reveal', place: { uri: sampleAdvice.uri, range: sampleAdvice.range } },
    { type: 'preview', id: rewrite.id },
    { type: 'copy', text: 'text' },
  ];

  it('pass as they are sent, also with fields of later versions', () => {
    for (const message of toPanel) {
      assert.ok(isToPanel(structuredClone(message)), message.type);
      assert.ok(isToPanel({ ...message, later: 1 }), message.type);
    }
    for (const message of fromPanel) assert.ok(isFromPanel(structuredClone(message)), message.type);
  });

  it('may leave out what need not be there', () => {
    const rest = without(sampleAdvice, 'role', 'after');
    assert.ok(isToPanel({ type: 'advice', advice: rest, isPinned: false }));
  });

  it('are refused with anything wrong at any depth', () => {
    const bad = toPanel.flatMap(spoiled);
    assert.ok(bad.length > 150, `${bad.length}`);
    assert.deepEqual(bad.filter(isToPanel), []);
    assert.deepEqual(fromPanel.flatMap(spoiled).filter(isFromPanel), []);
  });

  it('are refused with anything missing', () => {
    for (const key of Object.keys(sampleAdvice).filter((name) => name !== 'role' && name !== 'after')) {
      const advice = without(sampleAdvice, key as keyof typeof sampleAdvice);
      assert.equal(isToPanel({ type: 'advice', advice, isPinned: false }), false, key);
    }
    for (const value of [undefined, null, 'ready', [], { type: 'run', command: 'rm' }]) {
      assert.equal(isFromPanel(value), false);
      assert.equal(isToPanel(value), false);
    }
  });

  it('carry no negative, endless or missing numbers', () => {
    for (const amount of [-1, Infinity, NaN]) {
      const load = { ...sampleAdvice.load, wait: { amount, origin: 'known' } };
      assert.equal(isToPanel({ type: 'advice', advice: { ...sampleAdvice, load }, isPinned: false }), false);
    }
  });
});
