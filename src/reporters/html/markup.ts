import { escape } from 'html-escaper';
import { printable } from '../printable.ts';

/** Text that is HTML already. */
export class SafeHtml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = SafeHtml | string | number | readonly Content[];

/** Template tag for HTML: what is put in is escaped unless it is `SafeHtml`. Attributes must be quoted. */
export function markup(parts: TemplateStringsArray, ...contents: readonly Content[]): SafeHtml {
  return new SafeHtml(parts.map((part, index) => part + render(contents[index] ?? '')).join(''));
}

function render(content: Content): string {
  if (content instanceof SafeHtml) return content.text;
  if (typeof content === 'object') return content.map(render).join('');
  return escape(printable(String(content)));
}

/** A sentence with its `code` marked up. */
export function prose(text: string): SafeHtml {
  const parts = text.split(/`([^`]+)`/);
  return markup`${parts.map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : part))}`;
}
