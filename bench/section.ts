/** The page of results is written by two programs: each leaves the other's part as it is. */
const heading = '## The language server';
const next = '## What is compared';
const whole = new RegExp(`${heading}\\n[\\s\\S]*?\\n\\n(?=${next})`);

/** The part of a page that is about the server; empty if there is none. */
export function serverSection(page: string): string {
  return whole.exec(page)?.[0] ?? '';
}

/** A page with that part, in the place of the former one. */
export function withServerSection(page: string, section: string): string {
  const trimmed = section.trim();
  return page.replace(whole, '').replace(next, () => (trimmed === '' ? next : `${trimmed}\n\n${next}`));
}
