import { existsSync, readFileSync } from 'node:fs';
import { readFile, access } from 'node:fs/promises';

export class Files {
  #texts = new Map<string, string>();

  get size(): number {
    return this.read(import.meta.filename).length;
  }

  read(file: string): string {
    if (!existsSync(file)) return '';
    const known = this.#texts.get(file);
    return known ?? readFileSync(file, 'utf8');
  }

  async readAsync(file: string): Promise<string> {
    if (!(await access(file).then(() => true, () => false))) return '';
    const known = this.#texts.get(file);
    return known ?? (await readFile(file, 'utf8'));
  }

  async lines(file: string): Promise<string[]> {
    return (await this.readAsync(file)).split('\n');
  }
}

export async function run(): Promise<boolean> {
  const files = new Files();
  const lines = await files.lines(import.meta.filename);
  return lines.join('\n').length === files.size; // refused: getter
}
