import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { Project } from '../engine/project.ts';
import type { OffloadLayout, PoolLibrary, Stop, WebLayout } from '../model/fix.ts';
import type { CompilerOptions, PackageInfo } from './host.ts';
import { bundlers, webLayout } from './web-layout.ts';

export interface LayoutOptions {
  readonly project: Project;
  readonly files: () => readonly string[];
  readonly packageOf: (file: string) => PackageInfo | undefined;
  readonly compilerOf: (file: string) => CompilerOptions | undefined;
  readonly created: ReadonlySet<string>;
}

/** How code of a file can be brought to a thread, or why it cannot. */
export function offloadLayout(options: LayoutOptions, file: string): OffloadLayout | Stop {
  const info = options.packageOf(file);
  const compiler = options.compilerOf(file);
  const isTypeScript = /\.[cm]?tsx?$/.test(file);
  const stop = (kind: string, message: string): Stop => ({ kind, message, file });
  const web = webLayout(options, file);
  if (web) return 'kind' in web ? stop(web.kind, web.message) : webOffload(options, file, web);
  if (/\.[jt]sx$/.test(file)) return stop('JSX', 'no thread of Node.js loads JSX');
  const dependencies = info?.dependencies ?? new Set<string>();
  const bundler = bundlers.find((name) => dependencies.has(name));
  if (bundler !== undefined)
    return stop('bundled', `${bundler} packs the code: a thread would not find its file beside it`);
  const compilesJavaScript = !isTypeScript && compilers.find((name) => dependencies.has(name));
  if (compilesJavaScript !== undefined && compilesJavaScript !== false)
    return stop('compiled', `${compilesJavaScript} compiles the code: what a thread would load is not known`);
  const format = formatOf(file, isTypeScript, info, compiler);
  if (format === 'unknown')
    return stop('module format', 'package.json and tsconfig.json do not say what modules it has');
  const sources = [...options.files(), ...options.created];
  if (isTypeScript && compiler && !knowsNode(options.project, sources))
    return stop('no types of Node.js', 'the project uses nothing of Node.js, whose types the threads need');
  return {
    format,
    extension: isTypeScript
      ? extensionIn(options.project, file, sources, compiler, format === 'commonjs' ? '' : '.js')
      : '',
    pool: poolOf(options.project, file, sources, 'compute'),
    library: libraries.find((name) => dependencies.has(name) && (format === 'module' || name !== MODULES_ONLY)),
    typeScript: dependencies.has('tsx') ? 'tsx' : compiler && !compiler.noEmit ? 'compiled' : 'stripped',
    isTaken: (name) => sources.includes(name),
  };
}

/** The layout of code that runs in a page. */
function webOffload(
  { project, files, created, compilerOf }: LayoutOptions,
  file: string,
  web: WebLayout,
): OffloadLayout | Stop {
  const compiler = compilerOf(file);
  const isTypeScript = /\.[cm]?tsx?$/.test(file);
  const module = compiler?.module?.toLowerCase() ?? '';
  if (/\.c[jt]s$/.test(file) || (isTypeScript && /^(?:commonjs|amd|umd|system|none)$/.test(module))) {
    return { kind: 'module format', message: 'a page starts workers from ES modules only', file };
  }
  if (file.endsWith('x') && !web.isBundled) return { kind: 'JSX', message: 'what compiles the JSX is not known', file };
  const sources = [...files(), ...created];
  const fallback = web.isBundled ? '' : '.js';
  return {
    format: 'module',
    extension: isTypeScript ? extensionIn(project, file, sources, compiler, fallback) : '',
    pool: poolOf(project, file, sources, 'serve'),
    library: undefined,
    typeScript: 'compiled',
    web,
    isTaken: (name) => sources.includes(name),
  };
}

const compilers = ['@babel/core', '@babel/cli', '@swc/core', '@swc/cli'];

const libraries: readonly PoolLibrary[] = ['piscina', 'tinypool', 'workerpool'];

/** A pool library that CommonJS cannot load. */
const MODULES_ONLY: PoolLibrary = 'tinypool';

function formatOf(
  file: string,
  isTypeScript: boolean,
  info: PackageInfo | undefined,
  compiler: CompilerOptions | undefined,
): OffloadLayout['format'] | 'unknown' {
  if (/\.m[jt]s$/.test(file)) return 'module';
  if (/\.c[jt]s$/.test(file)) return 'commonjs';
  const module = compiler?.module?.toLowerCase();
  if (!isTypeScript || module === undefined) {
    return info?.type ?? (info && isTypeScript ? 'unknown' : undefined);
  }
  if (module === 'commonjs') return 'commonjs';
  if (/^node(?:\d+|next)$/.test(module)) return info?.type ?? 'commonjs';
  return /^es|^preserve$/.test(module) ? 'module' : 'unknown';
}

/** What relative specifiers of TypeScript files end in here. */
function extensionIn(
  project: Project,
  file: string,
  sources: readonly string[],
  compiler: CompilerOptions | undefined,
  fallback: string,
): string {
  const endings = (path: string): string[] =>
    (project.facts(path)?.imports ?? [])
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => /\.[cm]?[jt]s$/.exec(specifier)?.[0].replace(/[cm]/, '') ?? '');
  const [own] = endings(file);
  const others = sources.filter((path) => /\.[cm]?ts$/.test(path)).flatMap(endings);
  const common = own ?? others[0];
  if (common !== undefined) return common;
  if (compiler?.allowImportingTsExtensions || !compiler) return '.ts';
  return fallback;
}

/** Whether a TypeScript file of the project imports a module of Node.js. */
function knowsNode(project: Project, sources: readonly string[]): boolean {
  return sources.some(
    (path) => /\.[cm]?tsx?$/.test(path) && project.facts(path)?.imports.some((specifier) => isBuiltin(specifier)),
  );
}

/** The file with the threads that the project has, or where it goes. `own`: what only those of its kind declare. */
function poolOf(
  project: Project,
  file: string,
  sources: readonly string[],
  own: 'compute' | 'serve',
): OffloadLayout['pool'] {
  const extension = posix.extname(file).replace('x', '');
  const isPool = (path: string): boolean =>
    /(?:^|\/)(?:worker|thread)-pool\.[cm]?[jt]s$/.test(path) && posix.extname(path) === extension;
  const known = sources.find(
    (path) => isPool(path) && ['onThread', own].every((name) => exportsFunction(project, path, name)),
  );
  if (known !== undefined) return { file: known, isNew: false, takesMore: exportsFunction(project, known, 'moved') };
  const names = ['worker-pool', 'thread-pool', 'loopwise-pool'].map((name) =>
    posix.join(posix.dirname(file), name + extension),
  );
  return { file: names.find((name) => !sources.includes(name)) ?? names[0]!, isNew: true, takesMore: true };
}

function exportsFunction(project: Project, path: string, name: string): boolean {
  return project.facts(path)?.functions.some(({ key }) => key === name) ?? false;
}
