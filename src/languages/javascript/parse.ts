import type { TSESTree } from '@typescript-eslint/types';
import type { ParseProblem } from '../../model/facts.ts';
import { nestsDeeply } from './depth.ts';
import { oxcEngine } from './parse-oxc.ts';
import { typescriptEngine } from './parse-typescript.ts';

/** `oxc`: native and fast. `typescript`: the reference, pure JavaScript. Both give the same tree. */
export type ParserEngine = 'oxc' | 'typescript';

/** How to read a file: a dialect that its name or its content calls for. */
export interface Dialect {
  readonly language: 'js' | 'jsx' | 'ts' | 'tsx';
  readonly sourceType: 'module' | 'script' | 'unambiguous' | 'commonjs';
}

export interface Comment {
  readonly block: boolean;
  /** Without the delimiters. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface ParsedSource {
  readonly program: TSESTree.Program;
  readonly comments: () => readonly Comment[];
  /** To be called by who parses file after file, once nothing of this one is needed any more. */
  readonly release: () => void;
}

export interface ParseFailure {
  readonly message: string;
  /** Offset in the source; -1 if not known. */
  readonly offset: number;
}

export interface Engine {
  parse(path: string, source: string, dialect: Dialect): ParsedSource | ParseFailure;
}

export type ParseResult =
  | { readonly parsed: ParsedSource; readonly problem?: undefined }
  | {
      readonly parsed?: undefined;
      readonly problem: { readonly kind: ParseProblem['kind']; readonly message: string; readonly offset: number };
    };

/** The fastest engine that loads on this machine. */
export function defaultEngine(): ParserEngine {
  return oxcEngine() ? 'oxc' : 'typescript';
}

/**
 * The one door to the parsers. Reads the file in the dialect of its extension, then in the others that it might
 * be written in. Never throws.
 */
export function parseSource(path: string, source: string, engine: ParserEngine): ParseResult {
  const native = engine === 'oxc' && !nestsDeeply(source) ? oxcEngine() : undefined;
  const parser = native ?? typescriptEngine();
  let first: ParseFailure | undefined;
  for (const dialect of dialectsOf(path, source)) {
    try {
      const result = parser.parse(path, source, dialect);
      if ('program' in result) return { parsed: result };
      first ??= result;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { problem: { kind: 'too-deep', message: 'nested too deeply to be parsed', offset: -1 } };
    }
  }
  const failure = first ?? { message: 'could not be parsed', offset: -1 };
  if (hasFlowPragma(source)) {
    return { problem: { kind: 'flow', message: 'Flow type annotations are not supported', offset: failure.offset } };
  }
  return { problem: { kind: 'syntax', ...failure } };
}

function dialectsOf(path: string, source: string): readonly Dialect[] {
  const extension = /\.([cm]?[jt]sx?)$/.exec(path)?.[1] ?? 'js';
  if (extension === 'tsx') return [{ language: 'tsx', sourceType: 'module' }];
  if (extension.endsWith('ts')) {
    // Some projects write JSX in .ts files; the assertion syntax that it excludes is the rarer of the two.
    return [
      { language: 'ts', sourceType: 'module' },
      { language: 'tsx', sourceType: 'module' },
    ];
  }
  const dialects: Dialect[] =
    extension === 'cjs'
      ? [
          { language: 'jsx', sourceType: 'commonjs' },
          { language: 'jsx', sourceType: 'module' },
        ]
      : [
          { language: 'jsx', sourceType: extension === 'mjs' ? 'module' : 'unambiguous' },
          { language: 'jsx', sourceType: 'commonjs' },
        ];
  if (hasFlowPragma(source)) dialects.push({ language: 'tsx', sourceType: 'module' });
  return dialects;
}

/** Whether a comment near the start of the file says `@flow`. */
function hasFlowPragma(source: string): boolean {
  const index = source.slice(0, 2000).search(/@flow\b/);
  if (index < 0) return false;
  const before = source.slice(0, index);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return line.includes('//') || before.lastIndexOf('/*') > before.lastIndexOf('*/');
}
