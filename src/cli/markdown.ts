import picocolors from 'picocolors';

/**
 * Our own pages for a terminal: headings stand out, code is indented, links show where they lead. It knows the
 * Markdown that `docs/rules` is written in, not all there is.
 */
export function renderMarkdown(source: string, colors: boolean, width = 80): string {
  const { bold, cyan, dim } = picocolors.createColors(colors);
  const lines: string[] = [];
  let inCode = false;
  for (const paragraph of joinParagraphs(source.replace(/<!--[^]*?-->\n?/g, ''))) {
    const heading = /^#+ (.*)/.exec(paragraph);
    if (paragraph.startsWith('```')) inCode = !inCode;
    else if (inCode) lines.push(`    ${cyan(paragraph)}`);
    else if (heading) lines.push(bold(plain(heading[1] ?? '')));
    else if (paragraph.startsWith('|')) lines.push(dim(plain(paragraph)));
    else lines.push(...wrapItem(plain(paragraph), Math.min(width, 100)));
  }
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** A line for each line of code, row of a table, heading, item and paragraph. */
function joinParagraphs(source: string): string[] {
  const lines: string[] = [];
  let inCode = false;
  let open = false;
  for (const line of source.split(/\r?\n/)) {
    if (line.startsWith('```')) inCode = !inCode;
    const own = inCode || line === '' || /^(?:```|#|\||\s*(?:[-*]|\d+\.) )/.test(line);
    if (open && !own) lines.push(`${lines.pop() ?? ''} ${line.trim()}`);
    else lines.push(line);
    open = !inCode && line !== '' && !/^(?:```|#|\|)/.test(line);
  }
  return lines;
}

/** Marks of emphasis go, and a link becomes `text (address)`; code keeps its backticks. */
function plain(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) =>
      part.startsWith('`') ? part : part.replace(/\*\*(.+?)\*\*/g, '$1').replace(/<(https?:[^>]+)>/g, '$1'),
    )
    .join('')
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)');
}

/** Wraps at spaces; what follows the first line of a list item is indented below its text. */
function wrapItem(text: string, width: number): string[] {
  const marker = /^\s*(?:(?:[-*]|\d+\.) )?/.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = marker;
  for (const word of text.slice(marker.length).split(/\s+/)) {
    if (line.trim() !== marker.trim() && line.length + 1 + word.length > width) {
      lines.push(line);
      line = ' '.repeat(marker.length) + word;
    } else {
      line += line.length === marker.length ? word : ` ${word}`;
    }
  }
  return [...lines, line];
}
