import type { Advice, Evidence, Quantity } from '../model/advice.ts';
import type { Verdict } from '../model/finding.ts';
import { inWords } from './durations.ts';
import { scenesOf, type Scene } from './gain.ts';
import { describeScene } from './picture.ts';
import { drawTextLanes } from './text-lanes.ts';

const VERDICTS: Readonly<Record<Verdict, string>> = {
  concurrency: 'concurrency',
  parallelism: 'parallelism',
  both: 'concurrency and parallelism',
  neither: 'leave it',
};

/** The whole advice as Markdown, for terminals, the clipboard and whoever sees no pictures. */
export function adviceMarkdown(advice: Advice): string {
  const { name, file, at, verdict, confidence, sentence, reached, unresolved } = advice;
  const scenes = scenesOf(advice.load, advice.after ? [advice.now, advice.after] : [advice.now]);
  const sections = [
    `# ${name}: ${VERDICTS[verdict]}`,
    `${sentence} (${confidence}; ${file}:${at[0] + 1})`,
    reached.sentence,
    ...section(
      'Functions',
      advice.functions.map(({ name: other, at: place, sentence: text }) => `- ${other}, line ${place[0] + 1}: ${text}`),
    ),
    ...section('Evidence', advice.evidence.slice(0, MAX_EVIDENCE).map(evidenceItem)),
    ...picture(advice, scenes),
    ...section(
      'What fits',
      advice.techniques.map(({ title, why, cost }) => `- ${title}. ${why} Cost: ${uncapitalised(cost)}`),
    ),
    ...section(
      'What does not help',
      advice.notHelping.map(({ what, why }) => `- ${what}. ${why}`),
    ),
    ...section(
      'When to leave it',
      advice.whenToLeave.map((reason) => `- ${reason}`),
    ),
    ...section(
      'Not resolved',
      unresolved.slice(0, MAX_UNRESOLVED).map(({ text, at: place }) => `- \`${text}\`, line ${place[0] + 1}`),
    ),
    ...section('Why', [advice.explanation.join(' ')]),
  ];
  return `${sections.join('\n\n')}\n`;
}

const MAX_EVIDENCE = 8;
const MAX_UNRESOLVED = 8;

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];
}

function evidenceItem({ text, at, path, confidence }: Evidence): string {
  const way =
    path.length < 2
      ? ''
      : ` Way: ${path.map((step) => `\`${step.call}\` (${step.file}:${step.at[0] + 1})`).join(' → ')}.`;
  return `- line ${at[0] + 1}: ${text}${confidence === 'likely' ? ' (likely)' : ''}${way}`;
}

function picture({ load }: Advice, scenes: readonly Scene[]): string[] {
  if (scenes.every(({ outcome }) => outcome.makespan === 0)) return [];
  const { unit, tasks, wait, compute, cores, message } = load;
  const given = [
    `${tasks.amount} × ${unit} (${tasks.origin})`,
    `each waits ${duration(wait)} and computes ${duration(compute)}`,
    `${cores.amount} cores, ${duration(message)} a message`,
  ];
  return [
    '## Time',
    `For ${given.join('; ')}:`,
    ['```', drawTextLanes(scenes), '```'].join('\n'),
    scenes.map((scene) => `- ${describeScene(scene)}`).join('\n'),
  ];
}

function duration({ amount, origin }: Quantity): string {
  return `${inWords(amount)} (${origin})`;
}

function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
