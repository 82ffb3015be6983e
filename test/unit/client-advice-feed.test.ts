import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { mock } from 'node:test';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { AdviceFeed } from '../../src/client/advice-feed.ts';
import type { AdviseParams, AdviseResult, RewritesParams } from '../../src/protocol/advice.ts';
import type { ToPanel } from '../../src/protocol/panel.ts';
import { sampleAdvice } from '../support/advice-sample.ts';

const { uri } = sampleAdvice;
const at = (line: number): AdviseParams => ({ uri, position: { line, character: 0 } });

describe('the feed of the panel', () => {
  let asked: number[];
  let wanted: RewritesParams[];
  let posted: ToPanel[];
  let cursor: AdviseParams | undefined;
  let answer: (params: AdviseParams, signal: AbortSignal) => Promise<AdviseResult>;
  let feed: AdviceFeed;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    [asked, wanted, posted, cursor] = [[], [], [], at(1)];
    answer = ({ position }) => Promise.resolve({ advice: { ...sampleAdvice, name: `f${position.line}` } });
    feed = new AdviceFeed({
      advise: (params, signal) => {
        asked.push(params.position.line);
        return answer(params, signal);
      },
      rewrites: (params) => {
        wanted.push(params);
        return Promise.resolve({ rewrites: [] });
      },
      cursor: () => cursor,
      post: (message) => void posted.push(message),
    });
  });
  afterEach(() => mock.timers.reset());

  async function pass(milliseconds: number): Promise<void> {
    mock.timers.tick(milliseconds);
    await setImmediate();
  }
  const shown = (): string[] => posted.flatMap((message) => (message.type === 'advice' ? message.advice.name : []));

  async function moveTo(line: number): Promise<void> {
    cursor = at(line);
    feed.cursorMoved();
    await pass(1000);
  }

  it('asks for nothing while nobody looks', async () => {
    await moveTo(2);
    feed.refresh(0);
    feed.pin(true);
    feed.pin(false);
    feed.turnTo(at(3));
    await pass(10_000);
    feed.start();
    await pass(0);
    feed.rest();
    await moveTo(4);
    feed.refresh(0);
    await pass(10_000);
    assert.deepEqual([asked, wanted, shown()], [[3], [], ['f3']]);
  });

  it('follows a cursor that stays, and not each of its steps', async () => {
    feed.start();
    await pass(0);
    for (const line of [2, 3, 4, 5]) {
      cursor = at(line);
      feed.cursorMoved();
      await pass(50);
    }
    await pass(1000);
    assert.deepEqual(asked, [1, 5]);
  });

  it('drops the answer to a question that another one has followed', async () => {
    let answerFirst: (result: AdviseResult) => void = () => undefined;
    const first = new Promise<AdviseResult>((resolve) => (answerFirst = resolve));
    const signals: AbortSignal[] = [];
    answer = (_, signal) => {
      signals.push(signal);
      return signals.length === 1 ? first : Promise.resolve({ advice: { ...sampleAdvice, name: 'second' } });
    };
    feed.start();
    await pass(0);
    await moveTo(2);
    answerFirst({ advice: { ...sampleAdvice, name: 'first' } });
    await pass(1000);
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [true, false],
    );
    assert.deepEqual(shown(), ['second']);
  });

  it('has rewrites looked for only where the cursor stays, and only where there are findings', async () => {
    feed.start();
    await pass(0);
    await pass(300);
    assert.deepEqual(wanted, []);
    await pass(200);
    assert.deepEqual(wanted, [{ uri, findings: ['a1'] }]);
    answer = () => Promise.resolve({ advice: { ...sampleAdvice, techniques: [] } });
    await moveTo(2);
    await pass(1000);
    assert.equal(wanted.length, 1);
    assert.deepEqual(posted.at(-1), { type: 'rewrites', rewrites: [] });
  });

  it('stays with a pinned function wherever the cursor goes, and with its place when that moves', async () => {
    feed.start();
    await pass(0);
    feed.pin(true);
    await moveTo(2);
    assert.deepEqual(shown().at(-1), 'f1');
    const line = sampleAdvice.range.start.line;
    assert.ok(asked.slice(1).every((place) => place === 1 || place === line));
    answer = () => Promise.resolve({ advice: { ...sampleAdvice, name: 'another' } });
    feed.refresh(0);
    await pass(0);
    assert.deepEqual(shown().at(-1), 'f1');
    feed.pin(false);
    await pass(0);
    assert.deepEqual([asked.at(-1), shown().at(-1)], [2, 'another']);
  });

  it('keeps what it shows while the text is being edited and while another language is in front', async () => {
    feed.start();
    await pass(0);
    answer = () => Promise.resolve({ missing: 'edited' });
    feed.refresh();
    await pass(300);
    cursor = undefined;
    feed.cursorMoved();
    await pass(1000);
    assert.deepEqual(
      posted.filter(({ type }) => type === 'empty'),
      [],
    );
  });

  it('says why it has nothing to show', async () => {
    cursor = undefined;
    feed.start();
    await pass(0);
    answer = () => Promise.resolve({ missing: 'off' });
    await moveTo(1);
    answer = () => Promise.reject(new Error('the server is gone'));
    await moveTo(2);
    assert.deepEqual(posted, [
      { type: 'empty', reason: 'unsupported' },
      { type: 'empty', reason: 'off' },
      { type: 'empty', reason: 'failed' },
    ]);
  });
});
