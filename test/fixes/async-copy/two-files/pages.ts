import { loadSync } from './load.ts';
import { Settings } from './settings.ts';

async function page(file: string): Promise<string> {
  return loadSync(file);
}

export async function run(): Promise<boolean> {
  // refused: constructor
  const settings = new Settings(import.meta.filename);
  return (await page(import.meta.filename)) === settings.text;
}
