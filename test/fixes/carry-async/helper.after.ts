import { writeFile, readFile } from 'node:fs/promises';

/**
 * Reads the settings.
 * @returns {Promise<string>} their text
 */
async function settings(file: string): Promise<string> {
  return (await readFile(file, 'utf8')).trim();
}

const first = async (file: string): Promise<string> => (await settings(file))[0] ?? '';

async function quiet(file: string): Promise<void> {
  if ((await settings(file)) === '') return;
  await writeFile('seen', await first(file));
}

export async function run() {
  await writeFile('a', ' text ');
  await quiet('a');
  return [await settings('a'), await first('a'), await settings('seen')];
}
