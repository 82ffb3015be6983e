import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Words that name a language, or something that is built into one. `process`, `global` and the like are words of ours as well. */
const NAMES = new Set([
  ...'javascript typescript node nodejs deno bun python asyncio anyio trio cpython gil commonjs npm pip'.split(' '),
  ...'require then finally setTimeout setInterval setImmediate queueMicrotask structuredClone fetch'.split(' '),
  ...Object.getOwnPropertyNames(globalThis).filter((name) => /^[A-Z]/.test(name)),
]);

/** Sentences say what everybody says. */
const PROSE = new Set([
  'Error',
  'Function',
  'Object',
  'String',
  'Number',
  'Date',
  'Event',
  'Map',
  'Set',
  'Request',
  'then',
]);

function sourcesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => `${folder}/${name}`);
}

/** Texts and patterns in the code, without module specifiers. */
function textsOf(path: string): string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('engine and rules', () => {
  for (const folder of ['src/engine', 'src/rules']) {
    it(`${folder} names no language and nothing that is built into one`, () => {
      const files = sourcesIn(folder);
      assert.ok(files.length > 8);
      const named = files.flatMap((file) =>
        textsOf(file).flatMap((text) => {
          const words = (text.match(/[A-Za-z_]+:?/g) ?? []).filter((word) => NAMES.has(word.replace(':', '')));
          const told = words.filter((word) => !PROSE.has(word) || !text.includes(' '));
          return told.map((word) => `${file}: ${word} in ${JSON.stringify(text)}`);
        }),
      );
      assert.deepEqual(named, [], 'put it into the traits or techniques of its language, or into the catalog');
    });
  }
});
