import type { Stop, TextEdit } from '../../../model/fix.ts';
import { type Change, editsOfChanges, inOrder } from '../../changes.ts';
import { endOffset, type Node, startOffset } from '../ast.ts';
import type { DefaultValue } from './default-values.ts';
import { type FixSource, rangeAt } from './source.ts';

/** Collects the edits of one file, and what speaks against them. */
export interface Editor {
  readonly source: FixSource;
  readonly changes: Change[];
  readonly stops: Stop[];
  readonly warnings: Set<string>;
  /** Modules and names that the new code uses; see imports.ts. */
  readonly wanted: Wanted[];
  /** Values of parameters that are computed in the bodies of their functions; see default-values.ts. */
  readonly defaults: DefaultValue[];
  /** The code may run in a page of a browser. */
  readonly mayBePage: () => boolean;
}

/** A name of a module that the code is going to use as `local`. */
export interface Wanted {
  readonly specifier: string;
  readonly imported: string;
  readonly local: string;
  /** Only types need it. */
  readonly isType?: boolean;
}

export function createEditor(source: FixSource, mayBePage: Editor['mayBePage'] = () => false): Editor {
  return { source, changes: [], stops: [], warnings: new Set(), wanted: [], defaults: [], mayBePage };
}

export function replace(editor: Editor, start: number, end: number, text: string): void {
  editor.changes.push({ start, end, text, side: 0, reach: 0 });
}

/** What surrounds a node: insertions of nodes that start or end together nest as the nodes do, later ones outside. */
export function insertBefore(editor: Editor, node: Node, text: string): void {
  const start = startOffset(node);
  editor.changes.push({ start, end: start, text, side: 1, reach: -endOffset(node) });
}

export function insertAfter(editor: Editor, node: Node, text: string): void {
  const end = endOffset(node);
  editor.changes.push({ start: end, end, text, side: -1, reach: -startOffset(node) });
}

export function insert(editor: Editor, offset: number, text: string): void {
  replace(editor, offset, offset, text);
}

export function refuse(editor: Editor, kind: string, message: string, node: Node): void {
  const at = rangeAt(editor.source, startOffset(node), endOffset(node));
  editor.stops.push({ kind, message, file: editor.source.path, at });
}

/** The text of a node as the changes so far leave it; they are taken out, because the text goes somewhere else. */
export function takeText(editor: Editor, node: Node): string {
  return takeRegion(editor, startOffset(node), endOffset(node));
}

/** The same for what stands between two offsets. */
export function takeRegion(editor: Editor, from: number, to: number): string {
  const isOwn = ({ start, end }: Change): boolean => start >= from && end <= to;
  const own = inOrder(editor.changes.filter(isOwn));
  const others = editor.changes.filter((change) => !isOwn(change));
  editor.changes.splice(0, editor.changes.length, ...others);
  let text = '';
  let done = from;
  for (const { start, end, text: inserted } of own) {
    text += editor.source.text.slice(done, start) + inserted;
    done = end;
  }
  return text + editor.source.text.slice(done, to);
}

/** A copy of what is there, to return to when a part of the work fails. */
export function savepoint(editor: Editor): () => void {
  const { changes, stops, wanted, defaults } = editor;
  const lengths = [changes.length, stops.length, wanted.length, defaults.length] as const;
  const warnings = [...editor.warnings];
  return () => {
    changes.length = lengths[0];
    stops.length = lengths[1];
    wanted.length = lengths[2];
    defaults.length = lengths[3];
    editor.warnings.clear();
    for (const warning of warnings) editor.warnings.add(warning);
  };
}

/** The edits in the order of the source; undefined when two want to change the same text. */
export function editsOf({ changes, source }: Editor): TextEdit[] | undefined {
  return editsOfChanges(changes, source.starts);
}
