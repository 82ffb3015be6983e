import type { Connection, Position } from 'vscode-languageserver';
import type { Range } from '../model/range.ts';
import type { Client } from './capabilities.ts';
import type { Documents } from './documents.ts';
import { inverted, shifted } from './edits.ts';
import type { Folder } from './folder.ts';
import type { Folders } from './folders.ts';
import { pathOf } from './uris.ts';

/** What answering a client takes. */
export interface Context {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly folders: Folders;
  /** Known when the client has introduced itself. */
  readonly client: () => Client;
}

/** A file of a folder's session. */
export interface FileRef {
  readonly folder: Folder;
  readonly path: string;
  /** Its name in the session. */
  readonly file: string;
}

export function fileAt({ folders }: Context, uri: string): FileRef | undefined {
  const path = pathOf(uri);
  const folder = path === undefined ? undefined : folders.of(path);
  return path === undefined || !folder ? undefined : { folder, path, file: folder.fileOf(path) };
}

/** A range of a file as it is now. */
export interface Place {
  readonly uri: string;
  readonly at: Range;
}

/**
 * Where what the session knows at a place is now. Its facts may be of an earlier text of an open document; undefined when
 * the text there has been edited since.
 */
export function currentPlace({ documents }: Context, folder: Folder, file: string, range: Range): Place | undefined {
  const path = folder.pathOf(file);
  const at = shifted(range, documents.at(path)?.edits ?? []);
  return at && { uri: documents.uriFor(path), at };
}

/** The place in the text that the session knows of a document; undefined for what was written since. */
export function knownPlace({ documents }: Context, { path }: FileRef, position: Position): Position | undefined {
  const { line, character } = position;
  const known = shifted([line, character, line, character], inverted(documents.at(path)?.edits ?? []));
  return known && { line: known[0], character: known[1] };
}
