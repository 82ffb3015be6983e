import assert from 'node:assert/strict';
import { builtinCatalog } from '../../src/catalog/builtin.ts';
import { auditSource } from '../support/analyse.ts';

/** An entry's example awaits an API in a loop: independent rounds are told, pauses are not. */
describe('catalog: what asynchronous APIs do', () => {
  for (const { module, language, waits = [] } of builtinCatalog) {
    for (const { names, effect, example } of waits) {
      it(`${module}: ${names[0] ?? ''}`, async () => {
        const { findings, skipped } = await auditSource(`example.${language === 'python' ? 'py' : 'ts'}`, example);
        assert.deepEqual(skipped, []);
        const rules = findings.map(({ rule }) => rule);
        assert.deepEqual(rules, effect === 'pause' ? [] : ['await-in-loop']);
      });
    }
  }
});
