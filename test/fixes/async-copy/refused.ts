import { readFileSync } from 'node:fs';

class Reader {
  readonly text: string;

  constructor(file: string) {
    this.text = readFileSync(file, 'utf8');
  }
}

// refused: constructor
export async function text(file: string): Promise<string> {
  return new Reader(file).text;
}

function loadAsync(file: string): string {
  return file;
}

function load(file: string): string {
  return readFileSync(file, 'utf8');
}

export class Page {
  text: string;

  constructor(file: string) {
    this.text = load(loadAsync(file));
  }

  // refused: constructor
  async again(file: string): Promise<void> {
    this.text = load(file);
  }
}
