import { inWords } from '../../advice/durations.ts';
import { scenesOf, type Scene } from '../../advice/gain.ts';
import { describeScene, drawLanes } from '../../advice/picture.ts';
import type { Advice, Quantity } from '../../model/advice.ts';
import type { Content } from './markup.ts';
import { markup, prose, SafeHtml } from './markup.ts';

const PICTURE_WIDTH = 760;
const MAX_WAYS = 3;

/** What fits the functions where the first findings stand, with the picture that the editor's panel shows. */
export function renderAdvice(advice: readonly Advice[]): Content {
  if (advice.length === 0) return '';
  return markup`<section aria-labelledby="advice-title">
<h2 id="advice-title">What to do first</h2>
${advice.map(card)}</section>`;
}

function card(advice: Advice, index: number): SafeHtml {
  const { name, file, at, verdict, sentence, load, now, after, techniques, notHelping } = advice;
  const scenes = scenesOf(load, after ? [now, after] : [now]);
  const [vain] = notHelping;
  const title = `advice-${index + 1}`;
  return markup`<article class="advice" aria-labelledby="${title}">
<h3 id="${title}"><span class="badge ${verdict}">${verdict}</span> <code>${name}</code> <span class="place"><bdi>${file}</bdi>:${at[0] + 1}</span></h3>
<p>${prose(sentence)}</p>
${figure(advice, scenes, index)}
<ul>
${techniques.slice(0, MAX_WAYS).map(({ title: way, cost }) => markup`<li>${prose(way)}. <span class="faint">Cost: ${prose(cost)}</span></li>`)}
${vain ? markup`<li class="faint">Does not help: ${prose(vain.what)}. ${prose(vain.why)}</li>` : ''}
</ul>
</article>
`;
}

/** The time lanes, and the same in words. */
function figure({ load }: Advice, scenes: readonly Scene[], index: number): Content {
  if (scenes.every(({ outcome }) => outcome.makespan === 0)) return '';
  const { tasks, unit, wait, compute, cores } = load;
  const given = `${tasks.amount} × ${unit} (${tasks.origin}), each waits ${duration(wait)} and computes ${duration(compute)}, on ${cores.amount} cores.`;
  const picture = drawLanes(scenes, { id: `lanes-${index + 1}`, width: PICTURE_WIDTH });
  return markup`<figure class="time">${new SafeHtml(picture)}
<figcaption>${scenes.map((scene) => markup`<p>${describeScene(scene)}</p>`)}<p class="faint">${prose(given)}</p></figcaption></figure>`;
}

function duration({ amount, origin }: Quantity): string {
  return `${inWords(amount)} (${origin})`;
}
