import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ruleIds } from '../../src/model/finding.ts';
import { defaultSettings, readSettings, ruleSettings } from '../../src/protocol/settings.ts';

describe('settings', () => {
  it('are the defaults where a client says nothing, or nonsense', () => {
    for (const value of [undefined, null, 1, 'x', [], {}, { rules: 1, exclude: 'a', codeLens: null, run: 'never' }]) {
      assert.deepEqual(readSettings(value), defaultSettings);
    }
  });

  it('are what the client says, and the default for the rest', () => {
    const rules = Object.fromEntries(ruleIds.map((id, index) => [id, ruleSettings[index % ruleSettings.length]]));
    const given = { run: 'onSave', rules, exclude: ['a/', 1], codeLens: { enable: true }, catalog: [{}, 'a.json', 2] };
    const settings = readSettings(given);
    assert.deepEqual(settings, {
      ...defaultSettings,
      run: 'onSave',
      rules,
      exclude: ['a/'],
      codeLens: { enable: true },
      catalog: [{}, 'a.json'],
    });
  });
});
