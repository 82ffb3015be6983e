import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import bundle from '../../l10n/bundle.l10n.json' with { type: 'json' };
import manifest from '../../package.json' with { type: 'json' };
import texts from '../../package.nls.json' with { type: 'json' };
import { languages } from '../../src/client/languages.ts';
import { defaultSettings } from '../../src/protocol/settings.ts';
import { updatedManifest, updatedTexts } from '../../tools/update-manifest.ts';

const { contributes } = manifest;
const sources = readdirSync('src/client').map((file) => readFileSync(`src/client/${file}`, 'utf8'));

/** Keys with dots, as in the settings of an editor. Lists and what is not an object are values. */
function flatten(value: object, prefix: string): [string, unknown][] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? flatten(inner, `${prefix}.${key}`)
      : [[`${prefix}.${key}`, inner] as [string, unknown]],
  );
}

/** String literals that are the first argument of a translation. */
function translated(source: string): string[] {
  return [...source.matchAll(/l10n\.t\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs)].map(([, , text]) => text!);
}

describe('the extension', () => {
  it('has a setting for every rule, as `npm run update` writes it', () => {
    assert.deepEqual(manifest, updatedManifest(manifest));
    assert.deepEqual(texts, updatedTexts(texts));
  });

  it('declares the settings that the server reads, with their defaults', () => {
    const declared = Object.entries(contributes.configuration.properties).map(([key, value]) => [key, value.default]);
    assert.deepEqual(Object.fromEntries(declared), Object.fromEntries(flatten(defaultSettings, 'loopwise')));
  });

  it('describes every setting in Markdown and says what scope it has', () => {
    const bare = Object.entries(contributes.configuration.properties).filter(
      ([, value]) => !('markdownDescription' in value && 'scope' in value),
    );
    assert.deepEqual(bare, []);
  });

  it('has a text for every key of the manifest, and no other', () => {
    const named = new Set([...JSON.stringify(manifest).matchAll(/%([\w.-]+)%/g)].map(([, key]) => key));
    assert.deepEqual([...named].sort(), Object.keys(texts).sort());
  });

  it('lists every text of its code for translators', () => {
    const used = new Set(sources.flatMap(translated));
    assert.ok(used.size > 20);
    assert.deepEqual(Object.keys(bundle).sort(), [...used].sort());
    assert.deepEqual(
      Object.entries(bundle).filter(([key, value]) => key !== value),
      [],
    );
  });

  it('wakes only for its languages, its view and its commands', () => {
    assert.deepEqual(
      manifest.activationEvents,
      languages.map((language) => `onLanguage:${language}`),
    );
  });

  it('names only commands that exist in menus and links', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const inMenus = Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command));
    const inLinks = [...JSON.stringify(texts).matchAll(/command:(loopwise\.\w+)/g)].map(([, command]) => command!);
    assert.deepEqual(
      [...inMenus, ...inLinks].filter((command) => !known.has(command)),
      [],
    );
  });

  it('ships the pictures that the manifest names', () => {
    const pictures = [...JSON.stringify(manifest).matchAll(/"(media\/[^"]+)"/g)].map(([, path]) => path!);
    assert.deepEqual(
      pictures.filter((path) => !existsSync(path)),
      [],
    );
  });
});
