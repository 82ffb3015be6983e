import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settings } from '../config.ts';

// Innocent where it stands: the function is not asynchronous and no handler is in sight. What matters is who calls
// it. Follow it up: services/covers.ts calls it, and routes/books.ts calls that for every request.
export function loadCover(isbn: string): Buffer {
  return readFileSync(join(settings.covers, `${isbn}.png`));
}

// The asynchronous twin of the function above: the thread is free while the disk works.
export function loadCoverLater(isbn: string): Promise<Buffer> {
  return readFile(join(settings.covers, `${isbn}.png`));
}
