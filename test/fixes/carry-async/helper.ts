import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Reads the settings.
 * @returns {string} their text
 */
function settings(file: string): string {
  return readFileSync(file, 'utf8').trim();
}

const first = (file: string): string => settings(file)[0] ?? '';

function quiet(file: string): void {
  if (settings(file) === '') return;
  writeFileSync('seen', first(file));
}

export async function run() {
  writeFileSync('a', ' text ');
  quiet('a');
  return [settings('a'), first('a'), settings('seen')];
}
