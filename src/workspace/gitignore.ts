import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The rules of one `.gitignore` (or of the config's `exclude`) and those of the folders above it. */
export interface IgnoreRules {
  readonly rules: Ignore;
  /** Absolute path of the folder that the patterns are relative to. */
  readonly folder: string;
  readonly outer: IgnoreRules | undefined;
}

/** Whether the rules leave out the absolute `path`. The innermost match wins. */
export function isIgnored(rules: IgnoreRules | undefined, path: string, isFolder: boolean): boolean {
  for (let level = rules; level !== undefined; level = level.outer) {
    const prefix = level.folder.endsWith(sep) ? level.folder : level.folder + sep;
    if (!path.startsWith(prefix)) continue;
    const inside = path.slice(prefix.length).replaceAll(sep, '/');
    const result = level.rules.test(isFolder ? `${inside}/` : inside);
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}

/** The rules for what is inside `folder`, which may have an ignore file of its own. */
export async function addIgnoreFile(
  outer: IgnoreRules | undefined,
  folder: string,
  file: string,
): Promise<IgnoreRules | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? outer : addPatterns(outer, folder, text.replace(/^\uFEFF/, ''));
}

export function addPatterns(
  outer: IgnoreRules | undefined,
  folder: string,
  patterns: string | readonly string[],
): IgnoreRules {
  return { rules: ignore({ allowRelativePaths: true }).add(patterns), folder, outer };
}

/**
 * The rules that the folders above `folder` set for it, up to the root of its repository. None if they leave out the
 * folder itself: whoever starts there wants what is in it.
 */
export async function outerIgnoreRules(folder: string): Promise<IgnoreRules | undefined> {
  const repository = await repositoryOf(folder);
  if (repository === undefined) return undefined;
  let rules = await addIgnoreFile(undefined, repository, join(repository, '.git', 'info', 'exclude'));
  const between = relative(repository, folder).split(sep).filter(Boolean).slice(0, -1);
  if (folder === repository) return rules;
  let current = repository;
  rules = await addIgnoreFile(rules, current, join(current, '.gitignore'));
  for (const segment of between) {
    current = join(current, segment);
    rules = await addIgnoreFile(rules, current, join(current, '.gitignore'));
  }
  return isIgnored(rules, folder, true) ? undefined : rules;
}

/** The folder with `.git` at or above this one. */
export async function repositoryOf(folder: string): Promise<string | undefined> {
  for (let current = folder; ; current = dirname(current)) {
    const found = await stat(join(current, '.git')).catch(() => undefined);
    if (found !== undefined) return current;
    if (current === dirname(current)) return undefined;
  }
}
