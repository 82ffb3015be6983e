import type { Severity } from '../model/finding.ts';
import { methods, type Counts, type StatusParams } from '../protocol/messages.ts';
import { fileAt, type Context } from './context.ts';
import { activeFindings } from './findings-at.ts';
import type { Folder } from './folder.ts';

/** Tells clients that want to know how far the server is, and how many findings each open document has. */
export class Status {
  readonly #context: Context;
  #sent = '';

  constructor(context: Context) {
    this.#context = context;
  }

  /** Sends the status if it is another one than before. */
  tell(): void {
    if (!this.#context.client().options.status) return;
    const status = statusOf(this.#context);
    const text = JSON.stringify(status);
    if (text === this.#sent) return;
    this.#sent = text;
    void this.#context.connection.sendNotification(methods.status, status);
  }

  findingsChanged(): void {
    if (this.#context.client().options.status) void this.#context.connection.sendNotification(methods.findingsChanged);
  }
}

function statusOf(context: Context): StatusParams {
  const folders = context.folders.all();
  const message = folders.find((folder) => folder.message !== undefined)?.message;
  const state = message === undefined ? stateOf(folders) : 'error';
  const reading = folders.flatMap(({ progress }) => progress ?? []);
  const sum = (of: (progress: { done: number; total: number }) => number): number =>
    reading.reduce((total, progress) => total + of(progress), 0);
  return {
    state,
    ...(message !== undefined && { message }),
    ...(reading.length > 0 && { progress: { done: sum(({ done }) => done), total: sum(({ total }) => total) } }),
    documents: Object.fromEntries(context.documents.uris().map((uri) => [uri, countsOf(context, uri)])),
  };
}

function stateOf(folders: readonly Folder[]): StatusParams['state'] {
  const order = ['starting', 'indexing', 'ready'] as const;
  return order.find((state) => folders.some((folder) => folder.state === state)) ?? idle(folders);
}

/** Without a folder there is nothing to wait for. */
function idle(folders: readonly Folder[]): StatusParams['state'] {
  return folders.length === 0 ? 'ready' : 'disabled';
}

/** Null if nothing is ever said of the document: it is left out, or cannot be read. */
function countsOf(context: Context, uri: string): Counts | null {
  const ref = fileAt(context, uri);
  if (!ref?.folder.has(ref.path) || ref.folder.project?.session.facts(ref.file)?.problem) return null;
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { finding } of activeFindings(context, ref)) counts[finding.severity]++;
  return counts;
}
