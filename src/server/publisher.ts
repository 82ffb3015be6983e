import { createHash } from 'node:crypto';
import {
  DocumentDiagnosticReportKind,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
} from 'vscode-languageserver';

/** Diagnostics of a document, and a name for exactly these. */
export interface Reported {
  readonly id: string;
  readonly items: Diagnostic[];
}

export function reported(items: Diagnostic[]): Reported {
  return { id: createHash('sha1').update(JSON.stringify(items)).digest('base64'), items };
}

/** What a client that asks for diagnostics is told: nothing new, or all of them. */
export function pulled({ id, items }: Reported, previous: string | undefined): DocumentDiagnosticReport {
  if (previous === id) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id };
  return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
}

/** Sends diagnostics to clients that do not ask, and only those that are other ones than before. */
export class Publisher {
  readonly #connection: Connection;
  readonly #sent = new Map<string, string>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  publish(uri: string, { id, items }: Reported, version: number | undefined): void {
    const before = this.#sent.get(uri);
    if (before === id || (before === undefined && items.length === 0)) return;
    if (items.length === 0) this.#sent.delete(uri);
    else this.#sent.set(uri, id);
    void this.#connection.sendDiagnostics({ uri, diagnostics: items, ...(version !== undefined && { version }) });
  }

  published(): readonly string[] {
    return [...this.#sent.keys()];
  }
}
