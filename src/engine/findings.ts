import type { EntryFacts, Finding, OperationSummary, Severity, Verdict } from '../model/finding.ts';
import { severities } from '../model/finding.ts';
import { compareRanges } from '../model/range.ts';
import type { Techniques } from '../model/techniques.ts';
import type { Entry } from './entries.ts';
import { fingerprint } from './fingerprint.ts';
import type { OperationText, Rule, Witness } from './rule.ts';
import { Reach } from './reach.ts';
import { judge } from './severity.ts';
import { COSTS } from './summaries.ts';

/** Runs the rules over an entry. */
export function findingsOf(entry: Entry, rules: readonly Rule[], isPublic: (file: string) => boolean): Finding[] {
  const found: Finding[] = [];
  const ordinals = new Map<string, number>();
  const { name, role, file, at } = entry.view;
  const { techniques } = entry;
  const facts: EntryFacts = { name, role, file, at };
  for (const rule of rules) {
    const told = new Set<string>();
    for (const witness of withoutFirstUses(witnessesOf(rule, entry))) {
      if (isSpent(witness, entry.reach) || !isNew(witness, told)) continue;
      const operation = operationText(rule, witness, techniques);
      const place = `${rule.id}|${witness.file}|${entry.key}|${operation.name}`;
      const ordinal = ordinals.get(place) ?? 0;
      ordinals.set(place, ordinal + 1);
      const judgement = judge(witness, entry.reach, role, isPublicChain(witness, isPublic));
      found.push({
        rule: rule.id,
        ...judgement,
        confidence: witness.confidence,
        verdict: verdictOf(rule, witness, techniques),
        file: witness.file,
        range: witness.at,
        message: rule.text.message({ witness, entry: facts, operation, techniques }),
        entry: facts,
        operation: summaryOf(rule, witness, operation, techniques),
        path: witness.path,
        ...(witness.blocker.kind === 'work' && { estimate: witness.blocker.estimate }),
        ...(witness.blocker.kind === 'awaits' && { together: witness.blocker.together }),
        fingerprint: fingerprint(`${place}|${ordinal}`),
      });
    }
  }
  return found;
}

function witnessesOf(rule: Rule, { view }: Entry): Witness[] {
  const witnesses: Witness[] = [];
  rule.check(view, (witness) => void witnesses.push(witness));
  return witnesses;
}

/** What only a first use does is no news beside what the same line does each time: `self.cursor.execute()`. */
function withoutFirstUses(witnesses: readonly Witness[]): readonly Witness[] {
  const isOnce = ({ isMemoised, isKept }: Witness): boolean => isMemoised || isKept;
  if (!witnesses.some(isOnce)) return witnesses;
  const lineOf = ({ file, at }: Witness): string => `${file}:${at[0]}`;
  const eachTime = new Set(witnesses.filter((witness) => !isOnce(witness)).map(lineOf));
  return witnesses.filter((witness) => !isOnce(witness) || !eachTime.has(lineOf(witness)));
}

/** What waits but has no asynchronous twin goes to another thread: of some languages it computes there. */
export function verdictOf({ verdict }: Rule, { blocker }: Witness, { threads }: Techniques): Verdict {
  const isMoved = threads === 'compute' && blocker.kind === 'api' && blocker.api.entry.replace.strategy === 'offload';
  return isMoved && verdict === 'concurrency' ? 'parallelism' : verdict;
}

/** Whether acting on it changes what another file offers to users of the package. */
function isPublicChain({ file, path }: Witness, isPublic: (file: string) => boolean): boolean {
  return path.length > 2 && path.slice(1).some((step) => step.file !== file && isPublic(step.file));
}

/** What only a first call pays is told where requests wait for it; elsewhere it is as good as start-up. */
export function isSpent({ blocker }: Pick<Witness, 'blocker'>, reach: number): boolean {
  return blocker.kind === 'api' && blocker.api.entry.once === true && (reach & Reach.Handler) === 0;
}

/** Several calls of one helper on one line are told once, and so is the loading of several modules. */
function isNew(witness: Witness, told: Set<string>): boolean {
  if (witness.blocker.kind === 'api' && witness.blocker.api.entry.once) {
    const { name } = witness.blocker.api;
    if (told.has(name)) return false;
    told.add(name);
  }
  if (witness.path.length < 2) return true;
  const place = `${witness.file}:${witness.at[0]}:${witness.text}`;
  if (told.has(place)) return false;
  told.add(place);
  return true;
}

function operationText(rule: Rule, { blocker }: Witness, techniques: Techniques): OperationText {
  if (blocker.kind !== 'api') return rule.text.operation(blocker, techniques);
  const { does, work } = blocker.api.entry;
  return { name: blocker.api.name, does, work };
}

/** What a rule says of the operation at the end of a witness. */
export function operationOf(rule: Rule, witness: Witness, techniques: Techniques): OperationSummary {
  return summaryOf(rule, witness, operationText(rule, witness, techniques), techniques);
}

function summaryOf(
  rule: Rule,
  { blocker, cost, path, text: call }: Witness,
  text: OperationText,
  techniques: Techniques,
): OperationSummary {
  if (blocker.kind === 'regex') return { ...text, cost, expression: blocker.expression };
  if (blocker.kind !== 'api') return { ...text, cost };
  const { entry } = blocker.api;
  const instead = rule.text.instead(entry, path.at(-1)?.call ?? call, techniques);
  return {
    ...text,
    cost,
    ...(instead === undefined ? {} : { instead }),
    ...(entry.replace.target === undefined ? {} : { twin: entry.replace.target }),
    ...(entry.url === undefined ? {} : { url: entry.url }),
  };
}

/** Sorted by place; of findings of one rule at one place, which several entries may share, the most severe is kept. */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const best = new Map<string, Finding>();
  for (const finding of [...findings].sort(compareFindings)) {
    const place = `${finding.rule}:${finding.range.join(':')}`;
    if (!best.has(place)) best.set(place, finding);
  }
  return withoutAlternatives([...best.values()]);
}

/** A call that may do one or the other, by what its receiver is, is told once: for the worst that it may do. */
function withoutAlternatives(findings: readonly Finding[]): Finding[] {
  const worst = new Map<string, Finding>();
  for (const finding of findings) {
    if (finding.confidence !== 'likely') continue;
    const place = finding.range.join(':');
    const known = worst.get(place);
    if (!known || isWorse(finding, known)) worst.set(place, finding);
  }
  return findings.filter((finding) => {
    const isCertain = finding.confidence !== 'likely' || finding.path.length === 1;
    return isCertain || worst.get(finding.range.join(':')) === finding;
  });
}

/** What the call does itself comes before what it leads to. */
function isWorse(a: Finding, b: Finding): boolean {
  const isFar = ({ path }: Finding): number => (path.length > 1 ? 1 : 0);
  const order =
    isFar(a) - isFar(b) ||
    rankOf(a.severity) - rankOf(b.severity) ||
    COSTS.indexOf(a.operation.cost) - COSTS.indexOf(b.operation.cost);
  return order < 0;
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    compareRanges(a.range, b.range) ||
    compareText(a.rule, b.rule) ||
    rankOf(a.severity) - rankOf(b.severity) ||
    compareRanges(a.entry.at, b.entry.at) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function rankOf(severity: Severity): number {
  return severities.indexOf(severity);
}
