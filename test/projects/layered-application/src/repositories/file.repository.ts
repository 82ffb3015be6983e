import fs from 'node:fs';
import path from 'node:path';

export class FileRepository {
  constructor(private readonly dir: string) {}

  ensure() {
    fs.mkdirSync(this.dir, { recursive: true });
  }

  readAll(name: string): Record<string, string> {
    return JSON.parse(fs.readFileSync(this.file(name), 'utf8'));
  }

  writeAll(name: string, rows: Record<string, string>) {
    fs.writeFileSync(this.file(name), JSON.stringify(rows));
  }

  private file(name: string) {
    return path.join(this.dir, `${name}.json`);
  }
}
