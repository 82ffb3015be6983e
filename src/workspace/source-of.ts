/** The known source files, relative to the root. */
export interface FileSet {
  readonly has: (file: string) => boolean;
}

const typeScriptFirst = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
const javaScriptFirst = ['.js', '.jsx', '.mjs', '.cjs', '.ts', '.tsx', '.mts', '.cts'];

/** What a specifier with a JavaScript extension may stand for in TypeScript sources. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.jsx': ['.tsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
};

/** Build folders, and where their sources are. The most specific come first. */
const outputs: readonly (readonly [RegExp, string])[] = [
  [/^(?:dist|build|out|output|lib|es|esm|cjs)\/(?:esm|cjs|es|mjs|lib|node|commonjs|module|types)\//, 'src/'],
  [/^(?:dist|build|out|output|lib)\/src\//, 'src/'],
  [/^(?:dist|build|out|output|lib|es|esm|cjs|\.build)\//, 'src/'],
  [/^(?:dist|build|out|output)\//, ''],
];

/** The file that a path without certainty about its extension names: itself, its TypeScript source, or an index file. */
export function fileAt(files: FileSet, path: string, preferTypeScript: boolean): string | undefined {
  const exact = fileWithExtension(files, path, preferTypeScript);
  if (exact !== undefined) return exact;
  const extensions = preferTypeScript ? typeScriptFirst : javaScriptFirst;
  for (const extension of extensions) if (files.has(path + extension)) return path + extension;
  const index = path === '' ? 'index' : `${path}/index`;
  for (const extension of extensions) if (files.has(index + extension)) return index + extension;
  return undefined;
}

/** The source of a file that a package.json names, which may be the result of a build that has not run. */
export function sourceOf(files: FileSet, folder: string, target: string): string | undefined {
  const direct = fileAt(files, target, true);
  if (direct !== undefined) return direct;
  const prefix = folder === '' ? '' : `${folder}/`;
  const inside = target.slice(prefix.length).replace(/\.d\.([cm]?)ts$/, '.$1js');
  for (const [output, source] of outputs) {
    if (!output.test(inside)) continue;
    const found = fileAt(files, prefix + inside.replace(output, source), true);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fileWithExtension(files: FileSet, path: string, preferTypeScript: boolean): string | undefined {
  const extension = /\.[cm]?jsx?$/.exec(path)?.[0];
  const alternatives = extension === undefined ? undefined : aliases[extension];
  if (extension === undefined || alternatives === undefined) return files.has(path) ? path : undefined;
  if (!preferTypeScript && files.has(path)) return path;
  const stem = path.slice(0, -extension.length);
  for (const alternative of alternatives) if (files.has(stem + alternative)) return stem + alternative;
  return files.has(path) ? path : undefined;
}
