import assert from 'node:assert/strict';
import { validateCatalog } from '../../src/catalog/validate.ts';

const api = { name: 'runSync', rule: 'heavy-call', does: 'runs a model', cost: 'large' };

describe('catalog: validation of a catalog from outside', () => {
  it('completes what may be left out', async () => {
    const { file } = await validateCatalog({ module: 'acme', apis: [api] });
    assert.equal(file?.language, 'javascript');
    assert.deepEqual(file.apis?.[0], {
      ...api,
      work: 'computation',
      replace: { strategy: 'offload' },
      example: '',
    });
  });

  it('names the place and the allowed values of each problem', async () => {
    const { problems } = await validateCatalog({
      module: 'acme',
      colour: 'red',
      apis: [{ ...api, cost: 'huge' }, { ...api, when: [{ arg: -1, cost: 'none' }] }, {}],
      callbacks: [
        { name: 'on', arg: 1, runs: 'later' },
        { name: 'on', arg: 'last', runs: 'now' },
      ],
    });
    assert.deepEqual(problems, [
      'catalog: unknown property "colour"',
      'apis[0].cost: must be one of none, small, medium, large',
      'apis[1].when[0].arg: must be >= 0',
      'apis[2]: "name" is missing',
      'apis[2]: "rule" is missing',
      'apis[2]: "does" is missing',
      'apis[2]: "cost" is missing',
      'callbacks[0]: "role" is missing',
      'callbacks[1].arg: must be an index or "all"',
    ]);
  });

  it('finds regular expressions that do not compile', async () => {
    const { problems } = await validateCatalog({
      module: 'acme',
      apis: [{ ...api, when: [{ arg: 0, matches: '(', cost: 'none' }] }],
    });
    assert.match(problems?.[0] ?? '', /^apis\[0\]\.when\[0\]\.matches: Invalid regular expression/);
  });

  it('refuses what is no catalog', async () => {
    for (const data of [null, [], 'catalog', {}]) assert.ok((await validateCatalog(data)).problems);
  });
});
