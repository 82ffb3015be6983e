import assert from 'node:assert/strict';
import { builtinCatalog } from '../../src/catalog/builtin.ts';
import { parseSource } from '../../src/languages/javascript/parse.ts';

const examples = builtinCatalog
  .filter((file) => file.language === 'javascript')
  .flatMap(({ module, apis = [] }) => apis.map(({ name, example }) => ({ module, name, example })));

describe('catalog: examples', () => {
  it('parse', () => {
    for (const { module, name, example } of examples) {
      const { problem } = parseSource('example.ts', example, 'typescript');
      assert.equal(problem, undefined, `${module}: ${name}: ${problem?.message ?? ''}`);
    }
  });
});
