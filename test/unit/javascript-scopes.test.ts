import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze, type Reference, type Scope as OracleScope } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { startOffset } from '../../src/languages/javascript/ast.ts';
import { parseSource } from '../../src/languages/javascript/parse.ts';
import { lookUp } from '../../src/languages/javascript/scopes.ts';
import { walkProgram } from '../../src/languages/javascript/walk.ts';

/** Source of packages that are installed for the tools, in several styles of JavaScript and TypeScript. */
const SAMPLES = [
  ['mocha', 'lib'],
  ['eslint', 'lib/rules'],
  ['esbuild', 'lib'],
  ['@typescript-eslint/eslint-plugin', 'dist/rules'],
  ['@typescript-eslint/scope-manager', 'dist'],
  ['commander', 'lib'],
] as const;

describe('scopes of JavaScript', () => {
  for (const [name, folder] of SAMPLES) {
    it(`agree with scope-manager on every callee in ${name}`, () => {
      const root = join(import.meta.dirname, '../../node_modules', name, folder);
      const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.[cm]?js$/.test(file));
      assert.ok(files.length > 0);
      const compared = files.map((file) => compareCallees(join(root, file)));
      assert.ok(compared.reduce((sum, count) => sum + count, 0) > 50);
    });
  }

  it('agree with scope-manager on this product', () => {
    const root = join(import.meta.dirname, '../../src');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    assert.ok(files.reduce((sum, file) => sum + compareCallees(join(root, file)), 0) > 500);
  });
});

/** Compares, for each call of a plain name, the function that declares the name; returns how many it compared. */
function compareCallees(path: string): number {
  const source = readFileSync(path, 'utf8');
  const program = parseSource(path, source, 'typescript').parsed?.program;
  if (!program) return 0;
  const oracle = referencesByOffset(program, path.endsWith('.ts') || /^\s*(?:im|ex)port\b/m.test(source));
  const walk = walkProgram(program, source);
  let compared = 0;
  for (const call of walk.functions.flatMap((fn) => fn.calls)) {
    if (call.callee?.type !== AST_NODE_TYPES.Identifier) continue;
    const reference = oracle.get(startOffset(call.callee));
    if (!reference) continue;
    const binding = lookUp(call.scope, call.callee.name);
    const defs = reference.resolved?.defs ?? [];
    // What a file only declares is somebody else's, a global.
    const isOwn = defs.some(({ node }) => node.type !== AST_NODE_TYPES.TSDeclareFunction);
    const declared = isOwn ? reference.resolved?.scope : null;
    const expected = declared ? functionStart(declared) : 'global';
    const actual = binding ? startOffset(binding.scope.fn.node) : 'global';
    assert.equal(actual, expected, `${path}: ${call.callee.name} at ${startOffset(call.callee)}`);
    compared += 1;
  }
  return compared;
}

function referencesByOffset(program: TSESTree.Program, isModule: boolean): Map<number, Reference> {
  const { scopes } = analyze(program, { sourceType: isModule ? 'module' : 'commonjs' });
  return new Map(
    scopes.flatMap((scope) => scope.references.map((reference) => [reference.identifier.range[0], reference] as const)),
  );
}

/** Offset of the function, or the program, that a scope of the oracle belongs to. */
function functionStart(scope: OracleScope): number {
  const node = scope.variableScope.block;
  return !node.type.includes('Function') ? programStart(scope) : node.range[0];
}

function programStart(scope: OracleScope): number {
  let current: OracleScope = scope;
  while (current.upper) current = current.upper;
  return current.block.range[0];
}
