import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { currentReport } from './current-report.ts';
import type { Context } from './context.ts';
import { createDeferred } from './deferred.ts';

/**
 * Answers for files that are not open, where users want that. A client asks again as soon as it has an answer, so an
 * answer without news is held back until there is some.
 */
export class WorkspaceDiagnostics {
  readonly #context: Context;
  #news = createDeferred();
  #isOver = false;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Findings of some file are other ones now. */
  tell(): void {
    this.#news.resolve();
    this.#news = createDeferred();
  }

  /** Lets go of those who wait. */
  end(): void {
    this.#isOver = true;
    this.tell();
  }

  async answer(params: WorkspaceDiagnosticParams, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    const before = new Map(params.previousResultIds.map(({ uri, value }) => [uri, value]));
    const cancelled = createDeferred();
    token.onCancellationRequested(cancelled.resolve);
    while (!token.isCancellationRequested && !this.#isOver) {
      const items = this.#items(before);
      if (items.length > 0) return { items };
      await Promise.race([this.#news.promise, cancelled.promise]);
    }
    return { items: [] };
  }

  #items(before: ReadonlyMap<string, string>): WorkspaceDocumentDiagnosticReport[] {
    const current = new Map<string, WorkspaceDocumentDiagnosticReport>();
    const reported = new Set<string>();
    for (const folder of this.#context.folders.workspace()) {
      if (folder.settings?.diagnostics.scope !== 'workspace') continue;
      for (const file of folder.project?.host.files() ?? []) {
        const path = folder.pathOf(file);
        const uri = this.#context.documents.uriFor(path);
        const { id, items } = currentReport(this.#context, { folder, path, file });
        if (items.length > 0) reported.add(uri);
        if (before.get(uri) === id || (items.length === 0 && !before.has(uri))) continue;
        const version = this.#context.documents.at(path)?.document.version ?? null;
        current.set(uri, { uri, version, kind: DocumentDiagnosticReportKind.Full, resultId: id, items });
      }
    }
    // Files that are gone, or are no longer looked at.
    for (const uri of before.keys()) {
      if (reported.has(uri) || current.has(uri) || before.get(uri) === '') continue;
      current.set(uri, { uri, version: null, kind: DocumentDiagnosticReportKind.Full, resultId: '', items: [] });
    }
    return [...current.values()];
  }
}
