import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const pages = new Map<string, string>();
const styles: Record<string, string> = {};
const visits = new Map<string, number>();

class Templates {
  private readonly cache = new Map<string, string>();

  get(name: string): string {
    let text = this.cache.get(name);
    if (text === undefined) {
      text = name === '' ? '' : this.read(name);
      this.cache.set(name, text);
    }
    return text;
  }

  private read(name: string): string {
    return readFileSync(`${name}.html`, 'utf8');
  }
}

function page(name: string): string {
  const known = pages.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(name, 'utf8');
  pages.set(name, text);
  return text;
}

function style(name: string): string {
  let text = styles[name];
  if (!text) {
    text = readFileSync(name, 'utf8');
    styles[name] = text;
  }
  return text;
}

// Nothing is kept of what is read.
function visited(name: string): string {
  const count = visits.get(name);
  if (count === undefined) return readFileSync('welcome.txt', 'utf8');
  visits.set(name, count + 1);
  return String(count);
}

// What is looked up is another list than what is filled.
function either(name: string): string {
  let text = pages.get(name);
  if (text === undefined) {
    text = readFileSync(name, 'utf8');
    visits.set(name, 1);
  }
  return text;
}

// The list does not outlive the call.
function all(names: string[]): string {
  const own = new Map<string, string>();
  for (const name of names) {
    let text = own.get(name);
    if (text === undefined) {
      text = readFileSync(name, 'utf8');
      own.set(name, text);
    }
  }
  return [...own.values()].join('\n');
}

const templates = new Templates();

createServer((request, response) => {
  const { url = '' } = request;
  response.write(templates.get(url)); // expect: blocking-io@information node:fs.readFileSync
  response.write(page(url)); // expect: blocking-io@information node:fs.readFileSync
  response.write(style(url)); // expect: blocking-io@information node:fs.readFileSync
  response.write(visited(url)); // expect: blocking-io@warning node:fs.readFileSync
  response.write(either(url)); // expect: blocking-io@warning node:fs.readFileSync
  response.end(all(url.split('/'))); // expect: blocking-io@error node:fs.readFileSync
}).listen(80);
