import * as vscode from 'vscode';
import { methods, type StatusParams } from '../protocol/messages.ts';
import { BackOff } from './back-off.ts';
import type * as Library from './language-client.ts';

/** The language server's process: starts it, starts it again when it ends by itself, and says how it is. */
export class Server {
  readonly #context: vscode.ExtensionContext;
  readonly #output: vscode.LogOutputChannel;
  readonly #backOff = new BackOff();
  readonly #status = new vscode.EventEmitter<StatusParams>();
  readonly #findingsChanged = new vscode.EventEmitter<void>();
  #library: Promise<typeof Library> | undefined;
  #client: Library.LanguageClient | undefined;
  #stopping = false;

  readonly onStatus = this.#status.event;
  readonly onFindingsChanged = this.#findingsChanged.event;
  /** What the server said last. */
  status: StatusParams = { state: 'starting', documents: {} };

  constructor(context: vscode.ExtensionContext, output: vscode.LogOutputChannel) {
    this.#context = context;
    this.#output = output;
  }

  async start(): Promise<void> {
    this.#stopping = false;
    try {
      const client = await this.#created();
      await client.start();
    } catch (error) {
      this.#output.error(error instanceof Error ? error : String(error));
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#client?.isRunning()) await this.#client.stop();
  }

  async restart(): Promise<void> {
    this.#backOff.reset();
    await this.stop();
    this.#say({ state: 'starting', documents: {} });
    await this.start();
  }

  /** Asks the server, and starts it before if need be. */
  async request<Result>(method: string, params: object, token?: vscode.CancellationToken): Promise<Result> {
    const client = await this.#created();
    if (!client.isRunning()) await this.start();
    // A token that is undefined would be sent as a second parameter.
    return await (token
      ? client.sendRequest<Result>(method, params, token)
      : client.sendRequest<Result>(method, params));
  }

  /** Calls back with each step of the work that was asked for with that token. */
  async onProgress(token: string, report: (step: Library.WorkDone) => void): Promise<Library.Ending> {
    const client = await this.#created();
    const { onWorkDone } = await this.#loaded();
    return onWorkDone(client, token, report);
  }

  /** The library takes longer to load than all the rest, and nobody waits for it while the window opens. */
  #loaded(): Promise<typeof Library> {
    this.#library ??= import('./language-client.ts');
    return this.#library;
  }

  async #created(): Promise<Library.LanguageClient> {
    const { createLanguageClient } = await this.#loaded();
    if (!this.#client) {
      this.#client = createLanguageClient(this.#context, this.#output, () => this.#ended());
      this.#client.onNotification(methods.status, (status: StatusParams) => this.#say(status));
      this.#client.onNotification(methods.findingsChanged, () => this.#findingsChanged.fire());
    }
    return this.#client;
  }

  #ended(): void {
    if (this.#stopping) return;
    const { delay, isFirst } = this.#backOff.next(Date.now());
    if (delay === undefined) {
      this.#say({ state: 'error', message: vscode.l10n.t('The server ended too often.'), documents: {} });
      void this.#offer(vscode.l10n.t('The Loopwise server ended too often and was not started again.'), true);
      return;
    }
    this.#say({ state: 'starting', documents: {} });
    setTimeout(() => {
      if (!this.#stopping) void this.start();
    }, delay);
    if (isFirst) void this.#offer(vscode.l10n.t('The Loopwise server ended unexpectedly and is started again.'), false);
  }

  async #offer(message: string, isOver: boolean): Promise<void> {
    const show = vscode.l10n.t('Show Output');
    const again = vscode.l10n.t('Restart Server');
    const choice = isOver
      ? await vscode.window.showErrorMessage(message, again, show)
      : await vscode.window.showWarningMessage(message, show);
    if (choice === show) this.#output.show();
    if (choice === again) await this.restart();
  }

  #say(status: StatusParams): void {
    this.status = status;
    void vscode.commands.executeCommand('setContext', 'loopwise.state', status.state);
    this.#status.fire(status);
  }
}
