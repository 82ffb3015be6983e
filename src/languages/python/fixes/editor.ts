import type { Stop, Surroundings, TextEdit } from '../../../model/fix.ts';
import { type Change, editsOfChanges } from '../../changes.ts';
import type { Node } from '../tree.ts';
import { type FixSource, rangeOf } from './source.ts';

/** Collects the edits of one file, and what speaks against them. */
export interface Editor {
  readonly source: FixSource;
  readonly about: Surroundings;
  readonly changes: Change[];
  readonly stops: Stop[];
  readonly warnings: Set<string>;
  /** Modules and names that the new code uses; see imports.ts. */
  readonly wanted: Wanted[];
  /** Names of calls that are gone, by their place: their imports may be gone, too. */
  readonly released: Node[];
  /** What becomes of the operation that the plan is for. */
  swap: string | undefined;
  /** Definitions that go below the imports, by their name. */
  readonly helpers: Map<string, string>;
}

/** A module, or a name of it, that the code is going to use as `local`. */
export interface Wanted {
  readonly module: string;
  /** Undefined is the module itself. */
  readonly name: string | undefined;
  readonly local: string;
}

export function createEditor(source: FixSource, about: Surroundings): Editor {
  return {
    source,
    about,
    changes: [],
    stops: [],
    warnings: new Set(),
    wanted: [],
    released: [],
    swap: undefined,
    helpers: new Map(),
  };
}

export function replace(editor: Editor, start: number, end: number, text: string): void {
  editor.changes.push({ start, end, text, side: 0, reach: 0 });
}

export function insert(editor: Editor, offset: number, text: string): void {
  replace(editor, offset, offset, text);
}

/** What surrounds a node: insertions of nodes that start or end together nest as the nodes do, later ones outside. */
export function insertBefore(editor: Editor, { start, end }: Node, text: string): void {
  editor.changes.push({ start, end: start, text, side: 1, reach: -end });
}

export function insertAfter(editor: Editor, { start, end }: Node, text: string): void {
  editor.changes.push({ start: end, end, text, side: -1, reach: -start });
}

export function refuse(editor: Editor, kind: string, message: string, node: Node): void {
  const { source } = editor;
  editor.stops.push({ kind, message, file: source.path, at: rangeOf(source, node) });
  return undefined;
}

/** A copy of what is there, to return to when a part of the work fails. */
export function savepoint(editor: Editor): () => void {
  const lists = [editor.changes, editor.stops, editor.wanted, editor.released];
  const lengths = lists.map(({ length }) => length);
  const warnings = [...editor.warnings];
  const helpers = [...editor.helpers];
  return () => {
    lists.forEach((list, index) => (list.length = lengths[index] ?? 0));
    editor.warnings.clear();
    for (const warning of warnings) editor.warnings.add(warning);
    editor.helpers.clear();
    for (const [name, text] of helpers) editor.helpers.set(name, text);
  };
}

export function editsOf({ changes, source }: Editor): TextEdit[] | undefined {
  return editsOfChanges(changes, source.starts);
}
