import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { RuleId } from '../../model/finding.ts';
import { quantity } from '../../reporters/findings.ts';
import type { FixAllResult } from '../../session/fixes.ts';
import { kindOfPath } from '../../workspace/file-kinds.ts';
import { UserError, type ExitCode } from '../errors.ts';
import { openProject, type OpenProject } from '../open-project.ts';
import { print, say } from '../output.ts';
import { startProgress } from '../progress.ts';
import type { ProjectOptions } from '../project-options.ts';

export interface FixOptions extends ProjectOptions {
  readonly dryRun?: boolean;
  readonly unsafe?: boolean;
  readonly rule?: readonly RuleId[];
}

/** Applies fixes, or prints what they would change. */
export async function fix(paths: readonly string[], options: FixOptions): Promise<ExitCode> {
  const { project, result } = await compute(paths, options);
  const { root } = project.host;
  if (options.dryRun) await print(result.changes.map((change) => patchOf(change)).join(''));
  else await Promise.all(result.changes.map(({ file, before, after }) => write(join(root, file), before, after)));
  for (const line of summary(result, options)) say(line);
  await project.host.save();
  return 0;
}

async function compute(
  paths: readonly string[],
  options: FixOptions,
): Promise<{ project: OpenProject; result: FixAllResult }> {
  const progress = await startProgress();
  try {
    const onProgress = (done: number, total: number) => progress.update(done, total);
    // Callers may be anywhere: all files are analysed, tests as well, whatever is to be fixed.
    const everything = { ...options, includeTests: true, includeTooling: true, onProgress };
    const project = await openProject(paths, everything, { wholeProject: true });
    await project.session.update();
    const files = project.host.files().filter((file) => isChosen(project.host.root, file, paths, options));
    if (files.length === 0) throw new UserError('nothing to fix: no file was analysed');
    const result = await project.session.fixAll({ files, rules: options.rule, unsafe: options.unsafe });
    return { project, result };
  } finally {
    progress.stop();
  }
}

/** Files that are named, or below a folder that is; of tests and tools only with the options that include them. */
function isChosen(root: string, file: string, paths: readonly string[], options: FixOptions): boolean {
  const kind = kindOfPath(file);
  if (kind === 'tests' && !options.includeTests) return false;
  if (kind === 'tooling' && !options.includeTooling) return false;
  if (paths.length === 0) return true;
  return paths.some((path) => {
    const named = relative(root, resolve(path)).split(sep).join('/');
    return named === '' || file === named || file.startsWith(`${named}/`);
  });
}

function patchOf({ file, before, after }: FixAllResult['changes'][number]): string {
  const options = { context: 3, headerOptions: FILE_HEADERS_ONLY };
  const from = before === undefined ? '/dev/null' : `a/${file}`;
  return createTwoFilesPatch(from, `b/${file}`, before ?? '', after, undefined, undefined, options);
}

/** A byte order mark stays where it was. Files that were saved since are not overwritten. */
async function write(path: string, before: string | undefined, after: string): Promise<void> {
  if (before === undefined) return writeNew(path, after);
  const now = await readFile(path, 'utf8').catch(() => '');
  const mark = now.startsWith('\uFEFF') ? '\uFEFF' : '';
  if (now.slice(mark.length) !== before)
    throw new UserError(`${path} has changed in the meantime: run the command again`);
  await writeFile(path, mark + after);
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UserError(`${path} exists already: nothing was written to it`);
  }
}

function summary({ changes, applied, refused }: FixAllResult, { dryRun, unsafe }: FixOptions): string[] {
  const lines = applied.map(({ finding, fix: { title, warnings } }) => {
    const notes = warnings.map((warning) => `\n    look at this: ${warning}`).join('');
    return `  ${finding.file}:${finding.range[0] + 1}  ${title}${notes}`;
  });
  const verb = dryRun ? 'would be applied' : 'applied';
  lines.push(`${quantity(applied.length, 'rewrite')} ${verb} in ${quantity(changes.length, 'file')}`);
  const open = refused.filter(({ fix: offered }) => offered && !offered.disabled);
  const held = open.filter(({ fix: offered }) => !offered?.tests);
  if (held.length > 0 && !unsafe) {
    lines.push(`${quantity(held.length, 'more rewrite')} with --unsafe, to be looked at`);
  }
  for (const { finding, fix: offered } of open) {
    const [place, ...others] = offered?.tests ?? [];
    if (offered === undefined || place === undefined) continue;
    const more = others.length === 0 ? '' : `, and ${quantity(others.length, 'more place')}`;
    lines.push(`  ${finding.file}:${finding.range[0] + 1}  left, since tests have to change with it: ${place}${more}`);
  }
  const reasons = new Map<string, number>();
  for (const { fix: offered } of refused) {
    if (offered && !offered.disabled) continue;
    const reason = offered?.disabled?.stops[0]?.kind ?? 'no automatic fix';
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1])) lines.push(`  ${count} left: ${reason}`);
  return lines;
}
