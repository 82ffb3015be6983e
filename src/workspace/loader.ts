import type { FileFacts, FileRole } from '../model/facts.ts';
import { withRoles } from '../model/roles.ts';
import type { ExtractSettings } from './extract-file.ts';
import { kindOfPath } from './file-kinds.ts';
import { loadFiles, readEach, type LoadedFiles, type LoadOptions } from './load-facts.ts';
import type { LoadedFile } from './loaded-file.ts';
import type { PackageInfo } from './packages.ts';

export interface LoaderOptions extends LoadOptions {
  readonly openFile?: ((file: string, settings: ExtractSettings) => FileFacts | undefined) | undefined;
  readonly memory?: Map<string, FileFacts> | undefined;
}

/** What is known of files, brought up to date with the disk. */
export interface Loader {
  facts(files: readonly string[]): Promise<readonly FileFacts[]>;
  /** Loads files and says the least of each. Facts that are asked for next are unpacked then. */
  survey(files: readonly string[]): Promise<readonly FileSurvey[]>;
  /** What a survey found and nobody has unpacked, for another thread. */
  packed(file: string): PackedFacts;
  /** Frees the memory of what nobody asked for. */
  release(): void;
}

export interface FileSurvey {
  readonly imports: readonly string[];
  /** Undefined if what follows from the facts must not be kept. */
  readonly digest: string | undefined;
}

export interface PackedFacts {
  readonly encoded: Uint8Array;
  /** What the file's place says of its roles. */
  readonly roles: readonly FileRole[];
}

export function createLoader(
  options: LoaderOptions,
  packageOf: (file: string) => PackageInfo | undefined,
  resolve: (file: string, specifier: string) => unknown,
  onLoaded: (stage: string, begun: number) => void,
): Loader {
  const { memory, openFile, pool } = options;
  /** What a survey loaded and nobody unpacked yet. */
  const surveyed: LoadedFiles = new Map();
  return {
    async facts(wanted) {
      const begun = performance.now();
      // What an editor has open is read on this thread.
      if (openFile) await pool.prepare?.(wanted);
      const known = wanted.map((file) => openFile?.(file, pool.settings) ?? memory?.get(file));
      const missing = wanted.filter((_, index) => known[index] === undefined);
      const loaded = await takeFacts(missing, surveyed, options);
      if (!memory && surveyed.size === 0) options.cache?.release();
      onLoaded('extract', begun);
      missing.forEach((file, index) => memory?.set(file, loaded[index]!));
      let next = 0;
      return wanted.map((file, index) => withRoles(known[index] ?? loaded[next++]!, rolesIn(packageOf(file), file)));
    },
    async survey(wanted) {
      const begun = performance.now();
      // Who asks for imports asks where they lead. What is remembered of that is found out while threads extract.
      const onExtracted = (file: string, known: LoadedFile): void => {
        for (const specifier of known.imports()) resolve(file, specifier);
      };
      for (const [file, known] of await loadFiles(wanted, { ...options, onExtracted })) surveyed.set(file, known);
      const imports = await readEach(wanted, surveyed, options, (file) => file.imports());
      onLoaded('extract', begun);
      return wanted.map((file, index) => {
        const { hash } = surveyed.get(file)!;
        const roles = rolesIn(packageOf(file), file);
        return { imports: imports[index] ?? [], digest: hash === '' ? undefined : [hash, ...roles].join(' ') };
      });
    },
    packed: (file) => ({ encoded: surveyed.get(file)!.encoded(), roles: rolesIn(packageOf(file), file) }),
    release() {
      options.cache?.release();
      surveyed.clear();
    },
  };
}

/** The facts of files, each of which a survey may have loaded. */
async function takeFacts(files: readonly string[], surveyed: LoadedFiles, options: LoadOptions): Promise<FileFacts[]> {
  const loaded: LoadedFiles = new Map();
  for (const file of files) {
    const known = surveyed.get(file);
    if (known) loaded.set(file, known);
    surveyed.delete(file);
  }
  const missing = files.filter((file) => !loaded.has(file));
  if (missing.length > 0) for (const [file, known] of await loadFiles(missing, options)) loaded.set(file, known);
  return readEach(files, loaded, options, (file) => file.facts());
}

/** What its path and a package.json say of a file's role belongs to its facts, but may change without it. */
function rolesIn(info: PackageInfo | undefined, file: string): readonly FileRole[] {
  const roles: FileRole[] = kindOfPath(file) === 'tests' ? ['test'] : [];
  if (info?.tasks.has(file)) roles.push('task');
  if (info?.manifest['bin'] === undefined) return roles;
  const isCommand = info.scripts.has(file) || commandFolder.test(file.slice(info.folder.length));
  return [...roles, 'tool', ...(isCommand ? ['script' as const] : [])];
}

/** Where programs that are run from a shell keep their commands. Others have commands too: chat bots, say. */
const commandFolder = /(?:^|\/)(?:bin|cli|cmds?|commands?|command-line)\//i;
