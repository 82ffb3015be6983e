import { readFileSync } from 'node:fs';

export function page() {
  return readFileSync('page.html');
}

// Perhaps the server's: it imports this file.
export async function title() {
  return readFileSync('title.txt', 'utf8'); // expect: blocking-io@warning
}
