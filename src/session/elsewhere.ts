import type { CallPlace } from '../engine/plan/plan-offload.ts';
import type { Finding, RuleId } from '../model/finding.ts';
import type { Fix } from '../model/fix.ts';
import type { Elsewhere } from '../model/traits.ts';
import { carryOut } from './carry-out.ts';
import { ofComputing } from './computing.ts';
import type { FixerOptions } from './fixes.ts';
import type { Trial } from './trial.ts';

const ofWaiting: ReadonlySet<RuleId> = new Set(['blocking-io', 'blocking-sleep']);

/** Hands a call on the way to the work of a finding to a process or a thread, in languages that do so where it is written. */
export async function elsewhereFix(
  { project }: FixerOptions,
  trial: Trial,
  finding: Finding,
  twin: Fix | undefined,
): Promise<Fix | undefined> {
  let refused: Fix | undefined;
  for (const [cut, shape] of waysOut(project, finding)) {
    const { changes, stops, warnings, swap } = await carryOut(trial, project.planOffload(cut, shape));
    const base = {
      title: swap ?? `Run \`${cut.text}\` in a ${shape}`,
      kind: 'quickfix',
      rule: finding.rule,
      strategy: 'offload',
      finding: finding.fingerprint,
      functions: 0,
      safety: 'unsafe',
    } as const;
    const problem = stops.length > 0 ? undefined : await trial.apply(changes, finding);
    if (stops.length === 0 && problem === undefined) {
      return { ...base, changes, warnings: [...reasonOf(twin), ...warnings], isPreferred: true };
    }
    const message = problem ?? '';
    const all = stops.length > 0 ? stops : [{ kind: 'not verified', message, file: finding.file, at: finding.range }];
    const disabled = { reason: all[0]?.message ?? '', stops: all };
    refused ??= { ...base, changes: [], warnings: [], isPreferred: false, disabled };
  }
  return ofComputing.has(finding.rule) ? refused : undefined;
}

/** Why the functions on the way stay as they are. */
function reasonOf(twin: Fix | undefined): string[] {
  return twin?.disabled ? [`instead of waiting on the way: ${twin.disabled.reason}`] : [];
}

/** Where to cut, and what goes there; the best first. */
function waysOut(project: FixerOptions['project'], finding: Finding): (readonly [CallPlace, Elsewhere])[] {
  const entry = project.entryCut(finding);
  const traits = project.waitingCode(finding.file);
  if (!traits) return [];
  if (ofWaiting.has(finding.rule)) {
    // A single call is what the other way would do.
    return entry && finding.path.length > 1 && traits.elsewhere.includes('thread') ? [[entry, 'thread']] : [];
  }
  if (!ofComputing.has(finding.rule)) return [];
  const cuts: readonly CallPlace[] = project.offloadCuts(finding);
  return cuts.flatMap((cut) => traits.elsewhere.map((shape) => [cut, shape] as const));
}
