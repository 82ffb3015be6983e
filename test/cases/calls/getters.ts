import fs from 'node:fs';

export class Project {
  constructor(private dir: string) {}

  get manifest(): { name: string } {
    return JSON.parse(fs.readFileSync(`${this.dir}/package.json`, 'utf8'));
  }

  set license(text: string) {
    fs.writeFileSync(`${this.dir}/LICENSE`, text);
  }

  async describe() {
    return this.manifest.name; // ok: reading a property is not followed
  }
}
