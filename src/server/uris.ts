import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path behind a `file:` URI; undefined for documents that are not on disk. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
