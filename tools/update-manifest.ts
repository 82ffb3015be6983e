/** Writes into the manifest of the extension what follows from the rules: one setting each. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { ruleSettings } from '../src/protocol/settings.ts';
import { rulePage } from '../src/session/about.ts';
import { rules } from '../src/rules/index.ts';

const root = new URL('../', import.meta.url);
const prefix = 'loopwise.rules.';

interface Manifest {
  readonly contributes: { readonly configuration: { properties: Readonly<Record<string, unknown>> } };
}

/** The texts of the manifest, by key. */
type Texts = Readonly<Record<string, string>>;

/** `package.json` with a setting for every rule, and for no other. */
export function updatedManifest(manifest: Manifest): Manifest {
  const { properties } = manifest.contributes.configuration;
  const others = Object.entries(properties).filter(([key]) => !key.startsWith(prefix));
  const own = rules.map(({ id }): [string, unknown] => [
    `${prefix}${id}`,
    {
      type: 'string',
      default: 'default',
      enum: ruleSettings,
      scope: 'resource',
      order: 3,
      markdownDescription: `%settings.rules.${id}%`,
    },
  ]);
  const updated = structuredClone(manifest);
  updated.contributes.configuration.properties = Object.fromEntries([...others, ...own]);
  return updated;
}

/** `package.nls.json` with the text of every rule's setting. */
export function updatedTexts(texts: Texts): Texts {
  const others = Object.entries(texts).filter(([key]) => !key.startsWith('settings.rules.'));
  const own = rules.map(({ id, text }) => [
    `settings.rules.${id}`,
    `${text.title}. [Read more](${rulePage(id)}). \`default\` is what the project's \`loopwise.config.json\` or the rule says.`,
  ]);
  return Object.fromEntries([...others, ...own]) as Texts;
}

async function update<T>(name: string, change: (content: T) => T): Promise<void> {
  const path = new URL(name, root);
  const changed = change(JSON.parse(readFileSync(path, 'utf8')) as T);
  writeFileSync(path, await format(JSON.stringify(changed), { filepath: fileURLToPath(path) }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await update('package.json', updatedManifest);
  await update('package.nls.json', updatedTexts);
}
