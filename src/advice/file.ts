import type { Advice, AdviceSummary } from '../model/advice.ts';
import type { Verdict } from '../model/finding.ts';
import { scenesOf } from './gain.ts';
import { quoted } from './phrases.ts';

/** What fits a file: its functions in short, the most pressing in full. There may be more than those that were looked at. */
export function adviseFile(module: Advice, functions: readonly Advice[], total = functions.length): Advice {
  const pressing = functions.filter(({ verdict }) => verdict !== 'neither').sort((a, b) => stallOf(b) - stallOf(a));
  const [worst] = pressing;
  const name = module.file.slice(module.file.lastIndexOf('/') + 1);
  const subject = { subject: 'file', name, at: module.at } as const;
  if (!worst) {
    const all = countOf(functions.length, total);
    const sentence =
      module.verdict === 'neither' ? `None of ${all} in ${quoted(name)} needs a change.` : module.sentence;
    return { ...module, ...subject, sentence };
  }
  return {
    ...worst,
    ...subject,
    verdict: joined(pressing.map(({ verdict }) => verdict)),
    sentence: `${pressing.length} of ${countOf(functions.length, total)} in ${quoted(name)} could be better, ${quoted(worst.name)} first: ${worst.sentence}`,
    functions: pressing.map(summaryOf),
  };
}

function countOf(looked: number, total: number): string {
  return looked < total ? `the ${looked} functions looked at` : `${looked} ${looked === 1 ? 'function' : 'functions'}`;
}

function stallOf({ load, now }: Advice): number {
  const [scene] = scenesOf(load, [now]);
  return scene ? scene.outcome.longestStall * 10 + scene.outcome.makespan : 0;
}

function joined(verdicts: readonly Verdict[]): Verdict {
  const [first = 'neither'] = verdicts;
  return verdicts.every((verdict) => verdict === first) ? first : 'both';
}

function summaryOf({ name, at, verdict, sentence }: Advice): AdviceSummary {
  return { name, at, verdict, sentence };
}
