import { readFileSync } from 'node:fs';

class Settings {
  readonly text: string;
  constructor(file: string) { // refused: constructor
    this.text = readFileSync(file, 'utf8');
  }
}

function* lines(file: string): Generator<string> { // refused: generator
  yield* readFileSync(file, 'utf8').split('\n');
}

export async function main() {
  const settings = new Settings('a');
  return [settings.text, ...lines('b')];
}
