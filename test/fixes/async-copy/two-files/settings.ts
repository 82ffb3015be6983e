import { loadSync } from './load.ts';

export class Settings {
  readonly text: string;

  constructor(file: string) {
    this.text = loadSync(file);
  }
}
