import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Context } from './context.ts';

/** Shows how far the index is in clients that have no display of their own for it. */
export class IndexingProgress {
  readonly #context: Context;
  #reporter: Promise<WorkDoneProgressServerReporter> | undefined;

  constructor(context: Context) {
    this.#context = context;
  }

  tell(): void {
    const client = this.#context.client();
    if (!client.showsProgress || client.options.status) return;
    const reading = this.#context.folders.all().filter(({ state }) => state === 'indexing');
    if (reading.length === 0) {
      void this.#reporter?.then((reporter) => reporter.done());
      this.#reporter = undefined;
      return;
    }
    this.#reporter ??= this.#begin();
    const done = reading.reduce((sum, { progress }) => sum + (progress?.done ?? 0), 0);
    const total = reading.reduce((sum, { progress }) => sum + (progress?.total ?? 0), 0);
    if (total === 0) return;
    void this.#reporter.then((reporter) =>
      reporter.report(Math.floor((100 * done) / total), `${done} of ${total} files`),
    );
  }

  async #begin(): Promise<WorkDoneProgressServerReporter> {
    const reporter = await this.#context.connection.window.createWorkDoneProgress();
    reporter.begin('Loopwise: reading the workspace', 0);
    return reporter;
  }
}
