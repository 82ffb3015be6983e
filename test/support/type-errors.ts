import { resolve } from 'node:path';
import ts from 'typescript';

/** What a strict compiler says of TypeScript sources that are held in memory, all in one program. */
export function typeErrors(sources: ReadonlyMap<string, string>): string[] {
  const files = new Map([...sources].map(([file, text]) => [resolve('test/.typed', file), text]));
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    jsx: ts.JsxEmit.Preserve,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const disk = { ...host };
  host.fileExists = (file) => files.has(resolve(file)) || disk.fileExists(file);
  host.readFile = (file) => files.get(resolve(file)) ?? disk.readFile(file);
  // Folders that are held in memory are not on disk.
  delete host.directoryExists;
  host.getSourceFile = (file, ...rest) => {
    const text = files.get(resolve(file));
    return text === undefined ? disk.getSourceFile(file, ...rest) : ts.createSourceFile(file, text, rest[0]);
  };
  const roots = [...files.keys()].filter((file) => /\.tsx?$/.test(file));
  const program = ts.createProgram(roots, options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName ?? ''}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}
