/** The page of results is written by several programs: each leaves the others' parts as they are. */
export const judgingSection = '## The six rules that judge work';
export const serverHeading = '## The language server';
const sections = [judgingSection, serverHeading];
const next = '## What is compared';

function partOf(heading: string): RegExp {
  return new RegExp(`${heading}\\n[\\s\\S]*?\\n\\n(?=## )`);
}

/** The parts of a page that other programs write; empty if there are none. */
export function keptSections(page: string): string {
  return sections.flatMap((heading) => partOf(heading).exec(page)?.[0].trim() ?? []).join('\n\n');
}

/** A page with the part of that heading, in the place of the former one. */
export function withSection(page: string, heading: string, section: string): string {
  return withParts(page.replace(partOf(heading), ''), section);
}

/** A page with these parts before its last one. */
export function withParts(page: string, parts: string): string {
  const trimmed = parts.trim();
  return page.replace(next, () => (trimmed === '' ? next : `${trimmed}\n\n${next}`));
}
