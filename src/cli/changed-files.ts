import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Finding } from '../model/finding.ts';
import { UserError } from './errors.ts';

const execute = promisify(execFile);

/**
 * Files below the folder that differ from where `revision` and the current commit parted: committed, staged,
 * edited and untracked ones. Paths are relative to the folder, with `/`.
 */
export async function changedFiles(folder: string, revision: string): Promise<ReadonlySet<string>> {
  const top = await git(folder, ['rev-parse', '--show-toplevel']);
  if (top === undefined) throw new UserError(`--changed-since needs a git repository, and ${folder} is in none`);
  const commit = await git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (commit === undefined)
    throw new UserError(`git does not know the revision "${revision}"; a shallow clone may lack it`);
  const base = await git(folder, ['merge-base', commit.trim(), 'HEAD']);
  if (base === undefined) {
    throw new UserError(`"${revision}" and the current commit have no common ancestor; a shallow clone may lack it`);
  }
  const lists = await Promise.all([
    git(folder, ['diff', '--name-only', '-z', '--no-renames', '--diff-filter=d', '--relative', base.trim(), '--', '.']),
    git(folder, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']),
  ]);
  return new Set(lists.flatMap((list) => (list ?? '').split('\0').filter(Boolean)));
}

/** A finding belongs to a change when the change touches its place or any step of its way to the operation. */
export function touches(changed: ReadonlySet<string>, finding: Finding): boolean {
  return changed.has(finding.file) || finding.path.some((step) => changed.has(step.file));
}

/** What git prints, or undefined when it fails. */
async function git(cwd: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await execute('git', args, { cwd, maxBuffer: 2 ** 28, encoding: 'utf8' })).stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new UserError('--changed-since needs git, which was not found on the PATH');
    }
    return undefined;
  }
}
