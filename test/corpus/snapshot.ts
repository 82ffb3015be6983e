import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { auditFolder } from '../support/analyse.ts';
import type { CorpusPackage } from './install.ts';

/** A finding as it stands in the reviewed snapshot of a package, one-based. */
export interface SnapshotEntry {
  readonly at: string;
  readonly rule: string;
  readonly severity: string;
  readonly entry: string;
  readonly operation: string;
  /** The calls from the finding down to the operation. */
  readonly path: readonly string[];
  readonly fingerprint: string;
  /** `true`: a developer of the package would thank for it. `false`: a false alarm. Written by hand. */
  readonly judgement?: 'true' | 'false';
  readonly why?: string;
}

const folder = join(import.meta.dirname, 'judged');

/** The folder of judgements on packages of Python. */
export const PYTHON = join(import.meta.dirname, 'judged-python');

/** A file for each rule and package: `judged/blocking-io/pm2.json`. */
export function snapshotFile(rule: string, name: string, below = folder): string {
  return join(below, rule, `${name.replace('/', '__')}.json`);
}

export function readSnapshot(rule: string, name: string, below = folder): readonly SnapshotEntry[] {
  const file = snapshotFile(rule, name, below);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SnapshotEntry[]) : [];
}

/** Every judged finding of a rule. */
export function readJudged(rule: string): readonly SnapshotEntry[] {
  if (!existsSync(join(folder, rule))) return [];
  const files = readdirSync(join(folder, rule)).sort();
  return files.flatMap((file) => JSON.parse(readFileSync(join(folder, rule, file), 'utf8')) as SnapshotEntry[]);
}

export interface PackageAudit {
  readonly report: Report;
  readonly entries: readonly SnapshotEntry[];
}

/** Audits a package of the corpus as a project of its own. Like the command line, without hints. */
export async function auditPackage({ folder: root }: Pick<CorpusPackage, 'folder'>): Promise<PackageAudit> {
  const report = await auditFolder(root);
  return { report, entries: report.findings.filter(({ severity }) => severity !== 'hint').map(toEntry) };
}

function toEntry({ file, range, rule, severity, entry, operation, path, fingerprint }: Finding): SnapshotEntry {
  return {
    at: `${file}:${range[0] + 1}:${range[1] + 1}`,
    rule,
    severity,
    entry: `${entry.role} ${entry.name}`,
    operation: operation.name,
    path: path.map((step) => `${step.file}:${step.at[0] + 1} ${step.call}`),
    fingerprint,
  };
}

/** What the snapshot says of a finding, without the judgement. */
export function withoutJudgement(entry: SnapshotEntry): SnapshotEntry {
  const { at, rule, severity, entry: name, operation, path, fingerprint } = entry;
  return { at, rule, severity, entry: name, operation, path, fingerprint };
}
