import { readFile } from 'node:fs/promises';

export async function load(folder: string) {
  const settings = await readFile(`${folder}/settings.json`, { encoding: 'utf8' });
  const translations = await readFile(`${folder}/translations.json`, {
    encoding: 'utf8',
    flag: 'r',
  });
  const template = await readFile(`${folder}/${`a
  b`}`, 'utf8');
  return { settings, translations, template };
}
