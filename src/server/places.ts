import type { Range } from '../model/range.ts';
import { toAbsolute } from '../workspace/paths.ts';
import type { Documents } from './documents.ts';
import { shifted } from './edits.ts';
import type { Folder } from './folder.ts';

/** A range of a file as it is now. */
export interface Place {
  readonly uri: string;
  readonly at: Range;
}

/**
 * Where what the session knows at a place is now. Its facts may be of an earlier text of an open document; undefined when
 * the text there has been edited since.
 */
export function currentPlace(folder: Folder, documents: Documents, file: string, range: Range): Place | undefined {
  const path = toAbsolute(folder.root, file);
  const at = shifted(range, documents.at(path)?.edits ?? []);
  return at && { uri: documents.uriFor(path), at };
}
