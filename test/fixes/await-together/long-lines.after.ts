import { readFile } from 'node:fs/promises';

export async function load(folder: string) {
  const [settings, translations, template] = await Promise.all([
    readFile(`${folder}/settings.json`, { encoding: 'utf8' }),
    readFile(`${folder}/translations.json`, {
      encoding: 'utf8',
      flag: 'r',
    }),
    readFile(`${folder}/${`a
  b`}`, 'utf8'),
  ]);
  return { settings, translations, template };
}
