import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { simulate } from '../../src/advice/gain.ts';
import type { AdviceView, RewriteView } from '../../src/protocol/advice.ts';
import { choiceFor, chosen, initial, kept, received, restored, type Model } from '../../src/webview/model.ts';
import { momentOf, stepsOf } from '../../src/webview/moment.ts';
import { waysOut } from '../../src/webview/ways.ts';
import { figuresOf, originsOf, remediesOf, scenesFor, settingsOf, stopsOf } from '../../src/webview/what-if.ts';
import { sampleAdvice, without } from '../support/advice-sample.ts';

const rewrite: RewriteView = {
  id: '1',
  title: 'Await it',
  finding: 'a1',
  strategy: 'carry-async',
  isPreferred: true,
  cost: '2 edits in 1 file.',
  warnings: [],
};
const other: AdviceView = { ...sampleAdvice, name: 'login' };
const shown = received(initial, { type: 'advice', advice: sampleAdvice, isPinned: false });

describe('the state of the panel', () => {
  it('keeps the rewrites of a function while it stays the same one, and drops them with another', () => {
    const found = received(shown, { type: 'rewrites', rewrites: [rewrite] });
    const moved = { ...sampleAdvice, range: { start: { line: 40, character: 0 }, end: { line: 40, character: 8 } } };
    assert.deepEqual(received(found, { type: 'advice', advice: moved, isPinned: false }).rewrites, [rewrite]);
    assert.equal(received(found, { type: 'advice', advice: other, isPinned: false }).rewrites, undefined);
    assert.equal(received(found, { type: 'empty', reason: 'edited' }).advice, undefined);
  });

  it('starts with the estimates, keeps what was chosen for each function, and goes back', () => {
    const settings = { ...settingsOf(sampleAdvice.load), tasks: 100 };
    const changed = chosen(shown, sampleAdvice, { settings, remedy: 'parallel' });
    assert.equal(choiceFor(changed, sampleAdvice).settings.tasks, 100);
    assert.deepEqual(choiceFor(changed, other), { settings: settingsOf(other.load), remedy: 'both' });
    assert.deepEqual(chosen(changed, sampleAdvice, undefined).choices, []);
  });

  it('compares a function that is best left with nothing', () => {
    const fine = without(sampleAdvice, 'after');
    const choice = choiceFor(shown, fine);
    assert.equal(choice.remedy, undefined);
    assert.equal(scenesFor(fine, choice.settings, choice.remedy).length, 1);
  });

  it('survives the page, with no more choices than one remembers', () => {
    let model: Model = shown;
    const settings = { ...settingsOf(sampleAdvice.load), cores: 64 };
    for (let index = 0; index < 50; index += 1) {
      model = chosen(model, { ...sampleAdvice, name: `f${index}` }, { settings, remedy: 'both' });
    }
    const again = restored(JSON.parse(JSON.stringify(kept(model))));
    assert.deepEqual(again.advice, sampleAdvice);
    assert.deepEqual(again.choices, model.choices);
    assert.equal(again.choices.length, 30);
    assert.equal(choiceFor(again, { ...sampleAdvice, name: 'f49' }).settings.cores, 64);
  });

  it('begins anew where an earlier version has kept something else', () => {
    for (const value of [undefined, null, {}, { shown: { type: 'advice' }, choices: [] }]) {
      assert.deepEqual(restored(value), initial);
    }
    const { shown: page } = kept(shown);
    assert.deepEqual(restored({ shown: page, choices: [['a', { settings: { tasks: 'many' } }]] }), initial);
  });
});

describe('what if', () => {
  it('offers round numbers and the estimate', () => {
    assert.ok(stopsOf('wait', 12).includes(12));
    for (const stops of [stopsOf('tasks', 7), stopsOf('compute', 0.003)]) {
      assert.deepEqual(
        stops,
        [...stops].sort((a, b) => a - b),
      );
    }
    assert.deepEqual(stopsOf('cores', 4), stopsOf('cores', 8));
  });

  it('compares with what the techniques do, and always with the two that people mix up', () => {
    assert.deepEqual(remediesOf({ ...sampleAdvice, techniques: [] }), ['concurrent', 'parallel', 'both']);
    const [first] = sampleAdvice.techniques;
    assert.ok(first);
    const chunks = { ...sampleAdvice, techniques: [{ ...first, strategy: 'chunked' as const }] };
    assert.deepEqual(remediesOf(chunks), ['concurrent', 'chunked', 'parallel', 'both']);
  });

  it('says how much shorter, longer, or the same', () => {
    const settings = { tasks: 10, wait: 0, compute: 80, cores: 4 };
    const says = (remedy: 'concurrent' | 'parallel'): string[] => {
      const [now, after] = scenesFor(sampleAdvice, settings, remedy);
      return figuresOf(now!.outcome, after?.outcome).map((figure) => figure.after?.says ?? '');
    };
    assert.deepEqual(says('concurrent'), ['no change', 'no change', 'no change']);
    const [total, stall] = says('parallel');
    assert.equal(total, '3.3× shorter');
    assert.match(stall ?? '', /shorter$/);
    const idle = { tasks: 1, wait: 100, compute: 0, cores: 1 };
    const [now, after] = scenesFor(
      { ...sampleAdvice, now: { title: 'Now', strategy: 'concurrent' } },
      idle,
      'parallel',
    );
    assert.deepEqual(
      figuresOf(now!.outcome, after?.outcome).map(({ after: change }) => change?.says),
      ['no change', 'new', 'no change'],
    );
  });

  it('takes the same part of a computation away, however long it is', () => {
    const after = { title: 'Computed once', strategy: 'concurrent', compute: 20 } as const;
    const settings = { tasks: 1, wait: 0, compute: 800, cores: 1 };
    const [now, then] = scenesFor({ ...sampleAdvice, after }, settings, 'concurrent');
    assert.deepEqual([now?.outcome.makespan, then?.outcome.makespan], [800, 200]);
  });

  it('takes the same part of the waits away, however long they are', () => {
    const { amount } = sampleAdvice.load.wait;
    const after = { title: 'Overlapping', strategy: 'concurrent', wait: amount / 2 } as const;
    const settings = { tasks: 1, wait: 300, compute: 0, cores: 1 };
    const [now, then] = scenesFor({ ...sampleAdvice, after }, settings, 'concurrent');
    assert.deepEqual([now?.outcome.makespan, then?.outcome.makespan], [300, 150]);
  });

  it('names where each number comes from', () => {
    const settings = { ...settingsOf(sampleAdvice.load), cores: 2 };
    assert.equal(
      originsOf(sampleAdvice, settings),
      'Assumed, not measured: tasks, wait. Estimated: compute. Set by you: cores.',
    );
  });
});

describe('the picture in words', () => {
  const outcome = simulate({ tasks: 2, wait: 10, compute: 5, workers: 2, cores: 2, message: 1 }, 'both');

  it('says what every lane does at a time', () => {
    assert.equal(momentOf(outcome, 0), 'the event loop is free, 2 waits under way');
    assert.equal(momentOf(outcome, 12.5), 'the event loop is free, 2 workers compute');
    assert.match(momentOf(outcome, 10), /^the event loop is busy/);
    assert.match(momentOf(outcome, outcome.makespan), /^done after/);
  });

  it('stops where something starts or ends', () => {
    const steps = stepsOf([outcome]);
    assert.equal(steps[0], 0);
    assert.equal(steps.at(-1), outcome.makespan);
    assert.ok(steps.includes(10));
    assert.equal(new Set(steps).size, steps.length);
  });
});

describe('ways out', () => {
  it('have the rewrites that carry them out, each once', () => {
    const twin = { ...rewrite, id: '2', strategy: 'await-twin' as const };
    const stray = { ...rewrite, id: '3', finding: 'b2' };
    const { ways, others } = waysOut([...sampleAdvice.techniques, ...sampleAdvice.techniques], [rewrite, twin, stray]);
    assert.deepEqual(
      ways.map(({ rewrites }) => rewrites.map(({ id }) => id)),
      [['1', '2'], [], [], []],
    );
    assert.deepEqual(others, [stray]);
  });
});
