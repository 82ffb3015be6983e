import { readFile } from 'node:fs/promises';

interface Page {
  file: string;
  text?: string;
}

export async function fill(pages: Page[]): Promise<void> {
  for (const page of pages) {
    if (page.text !== undefined) continue;
    page.text = await readFile(page.file, 'utf8');
  }
}

export async function run(): Promise<unknown> {
  const pages: Page[] = [{ file: import.meta.filename }, { file: 'x', text: 'known' }];
  await fill(pages);
  return pages.map(({ text }) => text !== undefined);
}
