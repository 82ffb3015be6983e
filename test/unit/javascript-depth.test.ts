import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { nestsDeeply } from '../../src/languages/javascript/depth.ts';

describe('what may nest deeply', () => {
  const words = 'baseline - center: 85 | '.repeat(3000);
  const chain = ' + 1'.repeat(3000);

  it('is no long text, wherever an expression stands', () => {
    for (const code of [`x = "${words}";`, `f('${words}', 1)`, `() =>\n\t"${words}"\n;`, `["${words}"].map(f)`]) {
      assert.equal(nestsDeeply(code), false, code.slice(0, 20));
    }
  });

  it('is code between quotes that do not belong together', () => {
    assert.equal(nestsDeeply(`x = /'/.test(y)${chain} + 'text';`), true);
    assert.equal(nestsDeeply(`x = /"/.test(y)${chain}; z = /["]/;`), true);
  });
});
