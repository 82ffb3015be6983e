import { readFileSync } from 'node:fs';

class Template {
  readonly text: string;

  constructor(file: string) {
    this.text = readFileSync(file, 'utf8');
  }
}

class HtmlTemplate extends Template {}

class Page {
  private readonly parts = readFileSync('parts.html', 'utf8').split('---');

  part(n: number) {
    return this.parts[n];
  }
}

export const layout = new Template('layout.html'); // ok: start-up

export async function renderPage(name: string) {
  const page = new Template(`${name}.html`); // expect: blocking-io node:fs.readFileSync
  const inherited = new HtmlTemplate(name); // expect: blocking-io node:fs.readFileSync
  const parts = new Page(); // expect: blocking-io node:fs.readFileSync
  return layout.text.replace('%', page.text + inherited.text + parts.part(0));
}
