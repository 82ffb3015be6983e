import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Parser, Tree } from 'web-tree-sitter';

/** Set by the build, which puts the grammar beside the code. */
declare const LOOPWISE_BUILD: string | undefined;

let parser: Parser | undefined;
let loading: Promise<void> | undefined;

/** Loads the grammar, once. Whoever parses waits for it first. */
export function loadGrammar(): Promise<void> {
  return (loading ??= load());
}

async function load(): Promise<void> {
  const treeSitter = await import('web-tree-sitter');
  await treeSitter.Parser.init();
  const grammar = await treeSitter.Language.load(grammarPath());
  parser = new treeSitter.Parser().setLanguage(grammar);
}

function grammarPath(): string {
  return typeof LOOPWISE_BUILD === 'string'
    ? fileURLToPath(new URL('tree-sitter-python.wasm', import.meta.url))
    : createRequire(import.meta.url).resolve('tree-sitter-python/tree-sitter-python.wasm');
}

/**
 * The one door to the grammar: the syntax tree of a source, with error nodes where it is no Python. The tree lives
 * outside of the collector's reach, so whoever asks for it deletes it.
 *
 * @throws {Error} if the grammar is not loaded
 */
export function parsePython(source: string): Tree {
  if (!parser) throw new Error('the grammar of Python is not loaded');
  const tree = parser.parse(source);
  if (!tree) throw new Error('the parser of Python gave no tree');
  return tree;
}
