import { describe, it } from 'mocha';
import { runInExtensionHost } from './lab/extension-host.ts';

// The suites run in another process; here each of their tests gets its outcome.
const { name, results, activation } = await runInExtensionHost();

describe(`in the extension host of ${name}; activation ${activation} ms`, () => {
  it('runs tests', () => {
    if (results.length < 10) throw new Error(`Only ${results.length} tests ran.`);
  });
  for (const { path, error } of results) {
    it(path.join(' '), () => {
      if (error !== undefined) throw new Error(error);
    });
  }
});
