import { advise } from '../advice/advise.ts';
import { adviseFile } from '../advice/file.ts';
import type { FunctionNode } from '../engine/nodes.ts';
import { isSubject, subjectAt } from '../engine/profile/profile.ts';
import type { Project } from '../engine/project.ts';
import type { Advice } from '../model/advice.ts';
import { severities, type Finding } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import { rules } from '../rules/index.ts';
import { functionsNamed } from './graph.ts';

export interface AdviserOptions {
  readonly project: Project;
  /** As the session shows them. */
  readonly findings: (file: string) => readonly Finding[];
}

export function adviseAt(options: AdviserOptions, file: string, line = -1, character = 0): Advice | undefined {
  const functions = options.project.functions(file);
  const node = subjectAt(functions, line, character);
  if (!node) return undefined;
  if (node.index > 0) return adviceOf(options, node);
  const known = rememberingFindings(options);
  const others = pressingFirst(known, file, node);
  const some = others.slice(0, MAX_FUNCTIONS).map((other) => adviceOf(known, other));
  return adviseFile(adviceOf(known, node), some, others.length);
}

/** The cursor of an editor does not wait for more functions of a large file. */
const MAX_FUNCTIONS = 60;

/** The functions of a file that readers would name, those with findings first. */
function pressingFirst(options: AdviserOptions, file: string, module: FunctionNode): readonly FunctionNode[] {
  const functions = options.project.functions(file);
  const found = options.findings(file).flatMap(({ range }) => subjectAt(functions, ...startOf(range)) ?? []);
  return [...new Set([...found, ...functions.filter(isSubject)])].filter((node) => node !== module);
}

/** Findings are looked up for each function of a file. */
function rememberingFindings({ project, findings }: AdviserOptions): AdviserOptions {
  const known = new Map<string, readonly Finding[]>();
  return {
    project,
    findings(file) {
      let found = known.get(file);
      if (!found) known.set(file, (found = findings(file)));
      return found;
    },
  };
}

/** So many are shown with a picture. */
const FIRST = 5;

/** What fits the functions where the most severe of some findings stand, each function once. */
export function adviseFirst(options: AdviserOptions, findings: readonly Finding[]): readonly Advice[] {
  const nodes = new Set<FunctionNode>();
  for (const severity of severities) {
    for (const finding of findings) {
      if (nodes.size === FIRST) break;
      if (finding.severity !== severity || finding.suppression) continue;
      const node = subjectAt(options.project.functions(finding.file), ...startOf(finding.range));
      if (node) nodes.add(node);
    }
  }
  const known = rememberingFindings(options);
  return [...nodes].map((node) => adviceOf(known, node));
}

export function adviseNamed(options: AdviserOptions, file: string, name: string): readonly Advice[] {
  return functionsNamed(options.project, file, name).map((node) => adviceOf(options, node));
}

function adviceOf(options: AdviserOptions, node: FunctionNode): Advice {
  const profile = options.project.profile(node, rules);
  const findings = profile.files.flatMap((file) => options.findings(file));
  const isIn = (file: string, at: Range): boolean =>
    file === node.file.path && subjectAt(options.project.functions(file), ...startOf(at)) === node;
  const own = findings.filter(({ file, range }) => isIn(file, range));
  const through = findings.filter(
    (finding) => !own.includes(finding) && finding.path.some((step) => isIn(step.file, step.at)),
  );
  return advise(profile, { own, through });
}

function startOf([line, character]: Range): [line: number, character: number] {
  return [line, character];
}
