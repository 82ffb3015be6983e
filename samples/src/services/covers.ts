import { loadCover, loadCoverLater } from '../lib/storage.ts';

const placeholder = Buffer.from('89504e470d0a1a0a', 'hex');

/** The cover of a book, or an empty picture. */
export function coverOf(isbn: string): Buffer {
  try {
    return loadCover(isbn);
  } catch {
    return placeholder;
  }
}

/** The same without holding the thread. */
export async function thumbnailOf(isbn: string): Promise<Buffer> {
  const cover = await loadCoverLater(isbn).catch(() => placeholder);
  return cover.subarray(0, 1024);
}
