import { createRequire, isBuiltin } from 'node:module';
import { isAbsolute } from 'node:path';
import type * as OxcResolver from 'oxc-resolver';
import { isSourceFile } from './file-kinds.ts';
import { importTargets } from './package-exports.ts';
import { packageOf, type PackageInfo } from './packages.ts';
import { folderOf, joinInside, toAbsolute, toRelative } from './paths.ts';
import { fileAt, sourceOf, type FileSet } from './source-of.ts';
import { createPythonResolver, pythonPrefix } from './python-modules.ts';
import { createPathMappings } from './path-mappings.ts';
import { createWorkspacePackages } from './workspace-packages.ts';

/** What a module specifier stands for. */
export type Resolution =
  /** A file of the project, relative to the root. */
  | { readonly kind: 'file'; readonly path: string }
  /** Code from outside: `name` is the specifier as written, or what it is an alias of. */
  | { readonly kind: 'package'; readonly name: string }
  /** An asset, or nothing that exists. */
  | { readonly kind: 'unresolved' };

export type Resolve = (from: string, specifier: string) => Resolution;

export interface ResolverInput {
  readonly root: string;
  /** The files of the project. Others inside the root are found on disk. */
  readonly files: FileSet;
  readonly packages: ReadonlyMap<string, PackageInfo>;
  /** Folders that Python modules are looked for in, wherever the import is. */
  readonly pythonRoots?: readonly string[];
}

const unresolved: Resolution = { kind: 'unresolved' };
const asset =
  /\.(?:json5?|css|s[ac]ss|less|styl|svg|png|jpe?g|gif|webp|ico|woff2?|html?|mdx?|txt|ya?ml|graphql|gql|node|wasm|vue|svelte|astro)$/i;

/** A resolver that remembers its answers; make a new one when files come or go. */
export function createResolver(input: ResolverInput): Resolve {
  const answers = new Map<string, Map<string, Resolution>>();
  const byForm = createForms(input);
  const python = createPythonResolver(input.files, input.pythonRoots ?? []);
  return (from, specifier) => {
    if (specifier.startsWith(pythonPrefix)) return python(from, specifier);
    // TypeScript files see `x.ts` before `x.js`, JavaScript files the other way round.
    const preferTypeScript = /\.[cm]?tsx?$/.test(from);
    const folder = folderOf(from);
    const key = preferTypeScript ? folder : `${folder}\0`;
    let inFolder: Map<string, Resolution> | undefined = answers.get(key);
    if (inFolder === undefined) {
      inFolder = new Map();
      answers.set(key, inFolder);
    }
    let answer = inFolder.get(specifier);
    if (answer === undefined) {
      answer = byForm({ from, folder, specifier: plainSpecifier(specifier), preferTypeScript });
      inFolder.set(specifier, answer);
    }
    return answer;
  };
}

/** Without the query of a bundler (`./x?raw`) and without what only Deno writes (`npm:express@4/lib`). */
function plainSpecifier(specifier: string): string {
  return specifier.replace(/[?].*$/s, '').replace(/^npm:\/?((?:@[^/]+\/)?[^@/]+)(?:@[^/]*)?/, '$1');
}

interface Request {
  readonly from: string;
  readonly folder: string;
  readonly specifier: string;
  readonly preferTypeScript: boolean;
}

/** The cheap look-ups come first; the resolver library is asked only for what is not among the known files. */
function createForms(input: ResolverInput): (request: Request) => Resolution {
  const mappings = createPathMappings(input.root);
  const workspace = createWorkspacePackages(input.packages, input.files);
  const onDisk = createDiskResolver(input.root);
  const bare = (request: Request): Resolution => {
    const { specifier, folder, preferTypeScript } = request;
    for (const path of mappings(folder, specifier)) {
      const file = fileAt(input.files, path, preferTypeScript);
      if (file !== undefined) return { kind: 'file', path: file };
    }
    const path = workspace(packageOf(input.packages, request.from), specifier);
    return path === undefined ? { kind: 'package', name: specifier } : { kind: 'file', path };
  };
  return (request) => {
    const { specifier, from } = request;
    if (specifier === '' || /^(?:data|https?|file|blob):/.test(specifier)) return unresolved;
    if (isBuiltin(specifier)) return { kind: 'package', name: specifier };
    if (/^\.\.?(?:\/|$)/.test(specifier)) return relativeFile(request, input, onDisk);
    if (isAbsolute(specifier)) return unresolved;
    if (specifier.startsWith('#')) return internal(request, packageOf(input.packages, from), input, bare);
    return bare(request);
  };
}

function relativeFile(request: Request, input: ResolverInput, onDisk: DiskResolver): Resolution {
  const path = joinInside(request.folder, request.specifier);
  if (path === undefined) return unresolved;
  const file = fileAt(input.files, path, request.preferTypeScript) ?? mainOf(input, path);
  if (file !== undefined) return { kind: 'file', path: file };
  if (asset.test(path)) return unresolved;
  const found = onDisk(request.folder, request.specifier);
  if (found.kind === 'file') return found;
  // `require('./dist/index.js')` in a package that is not built.
  const info = packageOf(input.packages, request.from);
  const source = sourceOf(input.files, info?.folder ?? '', path);
  return source === undefined ? unresolved : { kind: 'file', path: source };
}

/** `require('../')` where that folder is a package. */
function mainOf(input: ResolverInput, folder: string): string | undefined {
  const main = input.packages.get(folder)?.manifest['main'];
  const target = typeof main === 'string' ? joinInside(folder, main) : undefined;
  return target === undefined ? undefined : sourceOf(input.files, folder, target);
}

/** `#name`, by the `imports` field of the file's package; else a path pattern may have that form. */
function internal(
  request: Request,
  info: PackageInfo | undefined,
  input: ResolverInput,
  bare: (request: Request) => Resolution,
): Resolution {
  for (const target of info === undefined ? [] : importTargets(info.manifest, request.specifier)) {
    if (!target.startsWith('.')) return bare({ ...request, specifier: target });
    const path = joinInside(info?.folder ?? '', target);
    const file = path === undefined ? undefined : sourceOf(input.files, info?.folder ?? '', path);
    if (file !== undefined) return { kind: 'file', path: file };
  }
  const mapped = bare(request);
  return mapped.kind === 'file' ? mapped : unresolved;
}

type DiskResolver = (folder: string, specifier: string) => Resolution;

function createDiskResolver(root: string): DiskResolver {
  let library: OxcResolver.ResolverFactory | undefined;
  return (folder, specifier) => {
    library ??= loadLibrary();
    const { path } = library.sync(toAbsolute(root, folder), specifier);
    if (path === undefined) return unresolved;
    const file = toRelative(root, path);
    const isOurs = !file.startsWith('..') && !isAbsolute(file) && !file.includes('node_modules/') && isSourceFile(file);
    return isOurs ? { kind: 'file', path: file } : unresolved;
  };
}

/** Native code, and most projects need it for a few specifiers or none: loaded at first use. */
function loadLibrary(): OxcResolver.ResolverFactory {
  const { ResolverFactory } = createRequire(import.meta.url)('oxc-resolver') as typeof OxcResolver;
  const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
  return new ResolverFactory({
    extensions,
    extensionAlias: { '.js': ['.ts', '.tsx', '.js', '.jsx'], '.mjs': ['.mts', '.mjs'], '.cjs': ['.cts', '.cjs'] },
    conditionNames: ['node', 'import', 'require', 'default'],
    nodePath: false,
  });
}
