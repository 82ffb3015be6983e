import { CallFlag } from '../model/facts.ts';
import type { Finding } from '../model/finding.ts';
import { entriesOf } from './entries.ts';
import { findingsOf, mergeFindings } from './findings.ts';
import { isGuarded } from './guards.ts';
import type { Relinked } from './linker.ts';
import type { FileNode, FunctionNode } from './nodes.ts';
import { isHandler, isReferral, isWrittenAt } from './registrations.ts';
import type { Rule } from './rule.ts';
import { carries, mayBlock } from './summaries.ts';
import { mayCompute } from './work.ts';
import type { Weighing } from './work-witnesses.ts';

/** Keeps the findings of every entry, and renews those that a change can alter. */
export interface FindingStore {
  update(
    relinked: Relinked,
    touched: readonly FunctionNode[],
    altered: ReadonlySet<FunctionNode>,
    reached: readonly FunctionNode[],
  ): ReadonlySet<string>;
  /** Takes in what is kept elsewhere; returns the files whose findings are other ones now. */
  refresh(files: readonly FileNode[]): ReadonlySet<string>;
  findings(path: string): readonly Finding[];
}

interface EntryFindings {
  readonly findings: readonly Finding[];
  /** Files that the witness paths lead through. */
  readonly files: ReadonlySet<FileNode>;
}

/** @param further findings of a file that are kept elsewhere */
export function createFindingStore(
  rules: readonly Rule[],
  weighing: Weighing,
  isPublic: (file: string) => boolean,
  further: (path: string) => readonly Finding[] = () => [],
): FindingStore {
  const entries = new Map<FileNode, Map<FunctionNode, EntryFindings>>();
  const through = new Map<FileNode, Set<FunctionNode>>();
  const merged = new Map<string, readonly Finding[]>();

  /** Returns whether the function had findings or has some. */
  function renew(node: FunctionNode): boolean {
    const known = entries.get(node.file)?.get(node);
    const waits = node.facts.awaitGroups !== undefined;
    if (!known && !waits && !mayBlock(node) && !mayCompute(node)) return false;
    for (const file of known?.files ?? []) through.get(file)?.delete(node);
    entries.get(node.file)?.delete(node);
    const files = new Set<FileNode>();
    const found = entriesOf(node, weighing, ({ file }) => files.add(file));
    const findings = found.flatMap((entry) => findingsOf(entry, rules, isPublic));
    // Awaits that may not overlap now may do so when what they call changes.
    if (findings.length === 0 && !waits) return known !== undefined;
    addTo(entries, node.file, new Map()).set(node, { findings, files });
    for (const file of files) addTo(through, file, new Set()).add(node);
    return true;
  }

  function merge(file: FileNode): boolean {
    const all = [...(entries.get(file)?.values() ?? [])].flatMap(({ findings }) => findings);
    const after = mergeFindings([...all, ...further(file.path)]);
    const before = merged.get(file.path) ?? [];
    if (after.length > 0) merged.set(file.path, after);
    else merged.delete(file.path);
    return JSON.stringify(before) !== JSON.stringify(after);
  }

  return {
    update(relinked, touched, altered, reached) {
      const stale = new Set<FunctionNode>([...touched, ...reached]);
      for (const file of relinked.files) for (const node of through.get(file) ?? []) stale.add(node);
      addCallers(new Set([...altered, ...renewHandlers(touched), ...reached.filter(keepsResults)]), stale);
      addEnclosing(stale, relinked.files);
      const files = new Set<FileNode>();
      for (const node of stale) if (renew(node)) files.add(node.file);
      return new Set([...files].filter(merge).map((file) => file.path));
    },
    refresh: (files) => new Set(files.filter(merge).map((file) => file.path)),
    findings: (path) => merged.get(path) ?? [],
  };
}

/** Whether start-up comes to a function decides on what its callers find to be done already. */
function keepsResults({ ranks, facts }: FunctionNode): boolean {
  return ranks.length > 0 && facts.calls.some(({ flags }) => flags & CallFlag.Memoised);
}

/** Functions that are handlers now and were none, or the other way round. */
function renewHandlers(nodes: readonly FunctionNode[]): FunctionNode[] {
  const renewed: FunctionNode[] = [];
  for (const node of nodes) {
    const isNow = isHandler(node);
    if (isNow !== node.isHandler) renewed.push(node);
    node.isHandler = isNow;
  }
  return renewed;
}

/** Whoever calls a function whose witness changed, and whoever's own witness leads through it. */
function addCallers(altered: ReadonlySet<FunctionNode>, stale: Set<FunctionNode>): void {
  const seen = new Set(altered);
  for (const node of seen) {
    stale.add(node);
    for (const edge of node.in) {
      if (carries(edge) || isReferral(edge)) stale.add(edge.from);
      if (carries(edge) && (edge.from.vias.includes(edge) || isGuarded(edge.from))) seen.add(edge.from);
    }
  }
}

/** The findings of a callback that is written inside an entry are the entry's. */
function addEnclosing(stale: Set<FunctionNode>, complete: ReadonlySet<FileNode>): void {
  for (const node of stale) {
    if (complete.has(node.file)) continue;
    for (const edge of node.in) if (carries(edge) && isWrittenAt(edge)) stale.add(edge.from);
  }
}

function addTo<K, V>(table: Map<K, V>, key: K, empty: V): V {
  const known = table.get(key);
  if (known) return known;
  table.set(key, empty);
  return empty;
}
