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
    return this.manifest.name; // expect: blocking-io node:fs.readFileSync
  }
}

const settings = {
  get theme() {
    return fs.readFileSync('theme.css', 'utf8');
  },
  get name() {
    return 'settings';
  },
};

// Read above its declaration, through a function.
export async function page(project: Project) {
  return style() + project.manifest.name; // expect: blocking-io node:fs.readFileSync, blocking-io node:fs.readFileSync
}

function style() {
  return settings.theme;
}

export async function title(other: { manifest: string }) {
  other.manifest = settings.name;
  return other.manifest; // ok: another object
}

class Late {
  get text() {
    return later();
  }

  get first() {
    return (this.#first ??= fs.readFileSync('first.txt', 'utf8'));
  }

  #first: string | undefined;
  async write(target: Late) {
    target.text = ''; // ok: written
    await Promise.resolve('a.txt').then(fs.readFileSync); // expect: blocking-io node:fs.readFileSync
    return this.first; // expect: blocking-io@information node:fs.readFileSync
  }
}

function later() {
  return fs.readFileSync('later.txt', 'utf8');
}

export const start = new Project('.').manifest;
export default new Late();
