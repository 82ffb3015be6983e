import { MarkupKind, type MarkupContent } from 'vscode-languageserver';

/** Text for hovers: Markdown where the client renders it, else the same without marks. */
export interface Markup {
  bold(text: string): string;
  code(text: string): string;
  link(label: string, target: string): string;
  /** A paragraph of lines. */
  lines(...lines: readonly (string | undefined)[]): string;
  content(...paragraphs: readonly (string | undefined)[]): MarkupContent;
}

const markdown: Markup = {
  bold: (text) => `**${text}**`,
  code: (text) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``),
  link: (label, target) => `[${label}](${target})`,
  lines: (...lines) => lines.filter((line) => line !== undefined).join('  \n'),
  content: (...paragraphs) => ({
    kind: MarkupKind.Markdown,
    value: paragraphs.filter((paragraph) => paragraph !== undefined).join('\n\n'),
  }),
};

const plain: Markup = {
  bold: (text) => text,
  code: (text) => text,
  link: (label) => label,
  lines: (...lines) => lines.filter((line) => line !== undefined).join('\n'),
  content: (...paragraphs) => ({
    kind: MarkupKind.PlainText,
    value: paragraphs.filter((paragraph) => paragraph !== undefined).join('\n\n'),
  }),
};

export function markupFor(rendersMarkdown: boolean): Markup {
  return rendersMarkdown ? markdown : plain;
}
