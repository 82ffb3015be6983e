import { relative, resolve } from 'node:path';
import { Linter } from 'eslint';
import { parser, plugin } from 'typescript-eslint';
import ts from 'typescript';

const root = 'test/.typed';

/** Sources that are held in memory, all in one strict program. */
export function typedProgram(sources: ReadonlyMap<string, string>): ts.Program {
  const files = new Map([...sources].map(([file, text]) => [resolve(root, file), text]));
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    allowJs: true,
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
    return text === undefined ? disk.getSourceFile(file, ...rest) : ts.createSourceFile(file, text, rest[0], true);
  };
  const roots = [...files.keys()].filter((file) => isCode(file));
  return ts.createProgram(roots, options, host);
}

function isCode(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file);
}

/** What a strict compiler says of a program. */
export function typeErrors(program: ts.Program): string[] {
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${file?.fileName ?? ''}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

/** Statements that drop a promise, as typescript-eslint finds them by the types of the program. */
export function floatingPromises(program: ts.Program): string[] {
  const linter = new Linter();
  const config: Linter.Config = {
    files: ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}'],
    languageOptions: { parser, parserOptions: { programs: [program], ecmaFeatures: { jsx: true } } },
    plugins: { '@typescript-eslint': plugin },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  };
  return program
    .getSourceFiles()
    .map((file) => ({ file, name: relative(root, file.fileName) }))
    .filter(({ name }) => !name.startsWith('..'))
    .flatMap(({ file, name }) =>
      linter
        .verify(file.text, [config], { filename: file.fileName })
        .map(({ line, message, ruleId }) =>
          ruleId === null ? `${name}:${line}: ${message}` : `${name}: ${file.text.split('\n')[line - 1]?.trim() ?? ''}`,
        ),
    );
}
