import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import type { CheckTypes, Overlay, TypeCheck } from '../../model/type-check.ts';

const TYPED = /\.[cm]?tsx?$/;

/** A project of TypeScript, as its tsconfig.json describes it. */
interface Typed {
  readonly options: ts.CompilerOptions;
  readonly files: readonly string[];
  /** The program of the last check, whose files the next one takes over where they are the same. */
  program: ts.Program | undefined;
}

/** Checks changes with the compiler's own analysis: it reads sources and types, and runs nothing of them. */
export function createTypeChecker(): CheckTypes {
  const projects = new Map<string, Typed>();
  const sources = new Map<string, ts.SourceFile>();
  return (check) => {
    const changed = check.changed.filter((file) => TYPED.test(file)).map((file) => resolve(check.root, file));
    const [first] = changed;
    const config = first === undefined ? undefined : configOf(first, check.root);
    const library = libraryFolder(check.root);
    // Without the types of the language itself, everything would be an error.
    if (config === undefined || library === undefined) return undefined;
    let typed = projects.get(config);
    if (!typed) projects.set(config, (typed = readProject(config)));
    const over = (overlay: Overlay) => programOver(typed, { root: check.root, library, overlay, changed, sources });
    const before = over(check.before);
    const old = countErrors(before, affectedFiles(before, changed));
    const after = over(check.after);
    for (const [message, count] of countErrors(after, affectedFiles(after, changed))) {
      if (count > (old.get(message) ?? 0)) return relativeTo(check, message);
    }
    return undefined;
  };
}

/** Messages begin with the path of the file. */
function relativeTo({ root }: TypeCheck, message: string): string {
  return relative(root, message).replaceAll('\\', '/');
}

function configOf(file: string, root: string): string | undefined {
  const found = ts.findConfigFile(dirname(file), (path) => ts.sys.fileExists(path));
  return found !== undefined && !relative(root, found).startsWith('..') ? found : undefined;
}

function readProject(config: string): Typed {
  const { config: data } = ts.readConfigFile(config, (path) => ts.sys.readFile(path)) as { config: unknown };
  const { options, fileNames } = ts.parseJsonConfigFileContent(data ?? {}, ts.sys, dirname(config));
  return {
    options: { ...options, noEmit: true, incremental: false, composite: false, skipLibCheck: true },
    files: fileNames.map((file) => resolve(file)),
    program: undefined,
  };
}

interface ProgramInput {
  readonly root: string;
  readonly library: string;
  readonly overlay: Overlay;
  readonly changed: readonly string[];
  /** What was parsed before. */
  readonly sources: Map<string, ts.SourceFile>;
}

function programOver(typed: Typed, { root, library, overlay, changed, sources }: ProgramInput): ts.Program {
  const texts = new Map(overlay.map(([file, text]) => [resolve(root, file), text]));
  const host = ts.createCompilerHost(typed.options);
  const disk = { ...host };
  host.getDefaultLibLocation = () => library;
  host.getDefaultLibFileName = (options) => join(library, ts.getDefaultLibFileName(options));
  host.fileExists = (file) =>
    texts.has(resolve(file)) ? texts.get(resolve(file)) !== undefined : disk.fileExists(file);
  host.readFile = (file) => (texts.has(resolve(file)) ? texts.get(resolve(file)) : disk.readFile(file));
  host.getSourceFile = (file, version) => {
    const text = host.readFile(file);
    if (text === undefined) return undefined;
    const known = sources.get(resolve(file));
    if (known?.text === text) return known;
    const source = ts.createSourceFile(file, text, version, true);
    sources.set(resolve(file), source);
    return source;
  };
  const present = changed.filter((file) => host.fileExists(file));
  const roots = [...new Set([...typed.files.filter((file) => host.fileExists(file)), ...present])];
  typed.program = ts.createProgram(roots, typed.options, host, typed.program);
  return typed.program;
}

/** Where the types of the language itself are: beside the compiler, or where the project has one. */
function libraryFolder(root: string): string | undefined {
  const own = dirname(ts.getDefaultLibFilePath({}));
  const folders = [own, join(root, 'node_modules/typescript/lib')];
  return folders.find((folder) => ts.sys.fileExists(join(folder, 'lib.d.ts')));
}

/** Files that changed, and those that import what has their name. */
function affectedFiles(program: ts.Program, changed: readonly string[]): ts.SourceFile[] {
  const names = new Set(changed.map(stemOf));
  return program.getSourceFiles().filter((source) => {
    if (source.isDeclarationFile || program.isSourceFileFromExternalLibrary(source)) return false;
    if (changed.includes(resolve(source.fileName))) return true;
    return ts.preProcessFile(source.text).importedFiles.some(({ fileName }) => names.has(stemOf(fileName)));
  });
}

function stemOf(path: string): string {
  const parts = path.split(/[\\/]/);
  const last = (parts.at(-1) ?? '').replace(/\.[^.]+$/, '');
  return last === 'index' ? (parts.at(-2) ?? last) : last;
}

/** How often each message is said. A place is none of it: lines move. */
function countErrors(program: ts.Program, files: readonly ts.SourceFile[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of files) {
    for (const { category, messageText } of program.getSemanticDiagnostics(file)) {
      if (category !== ts.DiagnosticCategory.Error) continue;
      const message = `${resolve(file.fileName)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      counts.set(message, (counts.get(message) ?? 0) + 1);
    }
  }
  return counts;
}
