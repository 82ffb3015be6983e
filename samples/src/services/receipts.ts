import { readFileSync } from 'node:fs';
import type { Book } from '../repositories/books.ts';

let template: string | undefined;

// Read once and kept: the first borrower waits for the disk, the others do not. Worth knowing, hardly worth a change.
function receiptTemplate(): string {
  template ??= readFileSync('templates/receipt.html', 'utf8');
  return template;
}

export function receiptFor(member: string, book: Book, due: Date): string {
  return receiptTemplate()
    .replace('{{member}}', member)
    .replace('{{title}}', book.title)
    .replace('{{due}}', due.toDateString());
}
