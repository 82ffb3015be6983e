import assert from 'node:assert/strict';
import { scenesOf } from '../../src/advice/gain.ts';
import { describeScene, drawLanes } from '../../src/advice/picture.ts';
import { drawTextLanes } from '../../src/advice/text-lanes.ts';
import { strategies, type Origin, type Quantity, type Strategy, type TaskLoad } from '../../src/model/advice.ts';

const of = (amount: number, origin: Origin = 'assumed'): Quantity => ({ amount, origin });

const load: TaskLoad = {
  unit: 'round',
  tasks: of(6),
  wait: of(50),
  compute: of(100),
  cores: of(2),
  message: of(0.1),
};

describe('the picture of time lanes', () => {
  const scenes = scenesOf(load, [
    { title: 'Now', strategy: 'blocking' },
    { title: 'After', strategy: 'both' },
  ]);
  const svg = drawLanes(scenes);

  it('shows one lane of the event loop for each scene, waits, and as many workers as there are cores', () => {
    const labels = [...svg.matchAll(/<text class="lane-label" x="0"[^>]*>([^<]+)</g)].map(([, label]) => label);
    assert.deepEqual(labels, [
      'Event loop',
      ...['Event loop', 'Wait 1', 'Wait 2', 'Wait 3', 'Wait 4 … 6', 'Worker 1', 'Worker 2'],
    ]);
  });

  it('hatches a blocked loop, and only that', () => {
    const hatched = [...svg.matchAll(/fill="url\(#lanes-stall\)"[^>]*width="([\d.]+)"/g)].map(([, width]) =>
      Number(width),
    );
    assert.deepEqual(hatched, [540]);
  });

  it('hatches even a short while in which the loop waits itself', () => {
    const short = { ...load, tasks: of(1), wait: of(1), compute: of(0) };
    const drawn = (strategy: Strategy): string => drawLanes(scenesOf(short, [{ title: 'Now', strategy }]));
    assert.ok(drawn('blocking').includes('url(#lanes-stall)'));
    assert.ok(!drawn('concurrent').includes('url(#lanes-stall)'));
  });

  it('says the same in words', () => {
    const words = scenes.map(describeScene);
    assert.equal(
      words[0],
      'Now: 6 tasks take 900 ms; the event loop is busy for up to 900 ms without a break, and others wait 450 ms on average.',
    );
    assert.match(words[1] ?? '', /^After: 6 tasks take 350 ms on 2 workers; the event loop is busy for up to/);
    for (const text of words) assert.ok(svg.includes(text));
  });

  it('has a time scale with any load, even with none', () => {
    const amounts = [0, 1e-9, 0.01, 3, 1e7];
    for (const strategy of strategies) {
      for (const wait of amounts) {
        for (const compute of amounts) {
          const drawn = scenesOf({ ...load, wait: of(wait), compute: of(compute) }, [{ title: 'Now', strategy }]);
          assert.doesNotMatch(drawLanes(drawn), /NaN|Infinity/);
          assert.doesNotMatch(drawTextLanes(drawn), /NaN|Infinity/);
        }
      }
    }
    const idle = scenesOf({ ...load, wait: of(0), compute: of(0) }, [{ title: 'Now', strategy: 'blocking' }]);
    assert.deepEqual(idle.map(describeScene), ['Now: nothing takes any time; the event loop stays free.']);
  });

  it('escapes what stands in titles', () => {
    const [scene] = scenes;
    assert.ok(scene);
    assert.ok(!drawLanes([{ ...scene, title: '<script>' }]).includes('<script>'));
  });
});
