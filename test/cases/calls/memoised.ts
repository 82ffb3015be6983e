import fs from 'node:fs';

let config: Record<string, unknown> | undefined;

export async function getConfig() {
  config ??= JSON.parse(fs.readFileSync('config.json', 'utf8')); // expect: blocking-io@information node:fs.readFileSync
  return config;
}

let schema: string | null = null;

function loadSchema() {
  if (schema === null) {
    schema = fs.readFileSync('schema.graphql', 'utf8');
  }
  return schema;
}

export async function validate(query: string) {
  return loadSchema()?.includes(query); // expect: blocking-io@information node:fs.readFileSync
}

let banner = '';
function loadBanner() {
  if (banner) return banner;
  banner = fs.readFileSync('banner.txt', 'utf8');
  return banner;
}

export const greet = async () => loadBanner(); // expect: blocking-io@information node:fs.readFileSync

class Certificates {
  private pem?: Buffer;

  async get() {
    if (!this.pem) this.pem = fs.readFileSync('server.pem'); // expect: blocking-io@information node:fs.readFileSync
    return this.pem;
  }
}
export const certificates = new Certificates();

const templates = new Map<string, string>();

// Once for every name, so as often as there are names.
export async function template(name: string) {
  if (!templates.has(name)) {
    templates.set(name, fs.readFileSync(`views/${name}`, 'utf8')); // expect: blocking-io node:fs.readFileSync
  }
  return templates.get(name);
}
