import { posix } from 'node:path';
import { emptyPlan } from '../engine/plan/draft.ts';
import type { OffloadCut } from '../engine/plan/plan-offload.ts';
import type { Finding } from '../model/finding.ts';
import type { FilePlan, Fix, Stop } from '../model/fix.ts';
import { carryOut, type CarriedOut } from './carry-out.ts';
import { ofComputing } from './computing.ts';
import { offloadLayout, type LayoutOptions } from './offload-layout.ts';
import { importsOfUsers, workerOf } from './page-code.ts';
import type { Trial } from './trial.ts';

/** Hands the computation of a finding to a worker thread, as far out on the way to it as is possible. */
export async function offloadFix(options: LayoutOptions, trial: Trial, finding: Finding): Promise<Fix | undefined> {
  if (!ofComputing.has(finding.rule)) return undefined;
  let refused: Fix | undefined;
  for (const cut of options.project.offloadCuts(finding)) {
    if (!JAVASCRIPT.test(cut.node.file.path)) return undefined;
    const draft = outline(finding, cut);
    const { changes, stops, warnings, isWeb } = await tryCut(options, trial, cut);
    if (stops.length === 0) {
      const problem = await trial.apply(changes, finding);
      if (problem === undefined)
        return finished(draft, changes, isWeb ? [...warnings, WITHOUT_BROWSER] : warnings, !cut.isWasteful);
      stops.push({ kind: 'not verified', message: problem, file: finding.file, at: finding.range });
    }
    refused ??= { ...draft, disabled: { reason: stops[0]?.message ?? '', stops } };
  }
  return refused;
}

/** Lets others run in between, where the loop has to stay: it changes what only its thread has. */
export async function yieldFix(
  { project }: LayoutOptions,
  trial: Trial,
  finding: Finding,
  why = 'no code of its own',
): Promise<Fix | undefined> {
  const cut = finding.rule === 'heavy-loop' ? project.offloadCuts(finding).at(-1) : undefined;
  if (!cut || cut.work) return undefined;
  const draft = {
    ...outline(finding, cut),
    title: `Let others run every 10 ms while \`${cut.text}\` goes on`,
    strategy: 'yield',
  } as const;
  const { changes, stops, warnings } = await carryOut(trial, project.planOffload(cut, 'yield'));
  if (stops.length > 0 || (await trial.apply(changes, finding)) !== undefined) return undefined;
  return { ...draft, changes, warnings: [`it stays on the loop's thread: ${why}`, ...warnings] };
}

const JAVASCRIPT = /\.[cm]?[jt]sx?$/;

async function tryCut(
  options: LayoutOptions,
  trial: Trial,
  cut: OffloadCut,
): Promise<{ changes: CarriedOut['changes']; stops: Stop[]; warnings: readonly string[]; isWeb: boolean }> {
  const { node, work, at, mayLoad, unfit } = cut;
  const file = (work ?? node).file.path;
  const layout = offloadLayout(options, file);
  if ('kind' in layout) return { changes: [], stops: [layout], warnings: [], isWeb: false };
  const worker = layout.web && work && (await workerOf((path) => trial.read(path), work));
  const plan = options.project.planOffload(cut, 'thread');
  const cyclic = layout.web ? importsOfUsers(options.project, file) : [];
  const offload = {
    ...(work && { key: work.facts.key }),
    at,
    mayLoad: mayLoad && cyclic.length === 0,
    unfit: [...unfit, ...cyclic],
    layout,
    ...(worker !== undefined && { worker }),
  };
  const own: FilePlan = plan.files.find((one) => one.file === file) ?? emptyPlan(file);
  const files = [{ ...own, offload }, ...plan.files.filter((one) => one !== own)];
  const { changes, stops, warnings } = await carryOut(trial, { ...plan, files });
  return { changes, stops: [...stops], warnings, isWeb: layout.web !== undefined };
}

const WITHOUT_BROWSER = 'it runs on a Web Worker: tests that have no browser cannot call it';

function outline(finding: Finding, { work, text }: OffloadCut): Fix {
  return {
    title: `Run ${work?.facts.name ?? `\`${text}\``} on a worker thread`,
    kind: 'quickfix',
    rule: finding.rule,
    strategy: 'offload',
    finding: finding.fingerprint,
    functions: 0,
    changes: [],
    safety: 'unsafe',
    isPreferred: false,
    warnings: [],
  };
}

function finished(draft: Fix, changes: CarriedOut['changes'], warnings: readonly string[], isPreferred: boolean): Fix {
  const added = changes.filter(({ isNew }) => isNew).map(({ file }) => posix.basename(file));
  const adds = added.length === 0 ? '' : `adds ${added.join(' and ')}; `;
  return {
    ...draft,
    title: `${draft.title} (${adds}each call copies its arguments and its result)`,
    changes,
    isPreferred,
    warnings: ['what goes to the thread and comes back are copies, which takes time where they are large', ...warnings],
  };
}
