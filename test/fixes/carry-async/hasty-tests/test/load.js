const assert = require('assert');
const { load, texts } = require('../src/load');

it('loads', () => {
  load('a');
  assert.equal(texts.length, 1);
});
