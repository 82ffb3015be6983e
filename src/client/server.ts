import * as vscode from 'vscode';
import {
  CloseAction,
  ErrorAction,
  LanguageClient,
  TransportKind,
  WorkDoneProgress,
  type LanguageClientOptions,
  type ServerOptions,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from 'vscode-languageclient/node';
import { methods, serverCommands, type InitializationOptions, type StatusParams } from '../protocol/messages.ts';
import { BackOff } from './back-off.ts';
import { languages } from './languages.ts';

export type WorkDone = WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd;

/** The language server's process: starts it, starts it again when it ends by itself, and says how it is. */
export class Server {
  readonly #output: vscode.LogOutputChannel;
  readonly #client: LanguageClient;
  readonly #backOff = new BackOff();
  readonly #status = new vscode.EventEmitter<StatusParams>();
  readonly #findingsChanged = new vscode.EventEmitter<void>();
  #stopping = false;

  readonly onStatus = this.#status.event;
  readonly onFindingsChanged = this.#findingsChanged.event;
  /** What the server said last. */
  status: StatusParams = { state: 'starting', documents: {} };

  constructor(context: vscode.ExtensionContext, output: vscode.LogOutputChannel) {
    this.#output = output;
    const module = context.asAbsolutePath('dist/server.js');
    const options: ServerOptions = {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--inspect=6123'] } },
    };
    this.#client = new LanguageClient('loopwise', 'Loopwise', options, this.#clientOptions(context));
    this.#client.onNotification(methods.status, (status: StatusParams) => this.#say(status));
    this.#client.onNotification(methods.findingsChanged, () => this.#findingsChanged.fire());
  }

  async start(): Promise<void> {
    this.#stopping = false;
    try {
      await this.#client.start();
    } catch (error) {
      this.#output.error(error instanceof Error ? error : String(error));
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#client.isRunning()) await this.#client.stop();
  }

  async restart(): Promise<void> {
    this.#backOff.reset();
    await this.stop();
    this.#say({ state: 'starting', documents: {} });
    await this.start();
  }

  /** Asks the server, and starts it before if need be. */
  async request<Result>(method: string, params: object, token?: vscode.CancellationToken): Promise<Result> {
    if (!this.#client.isRunning()) await this.start();
    return await this.#client.sendRequest<Result>(method, params, token);
  }

  /** Calls back with each step of the work that was asked for with that token. */
  onProgress(token: string, report: (value: WorkDone) => void): vscode.Disposable {
    return this.#client.onProgress(WorkDoneProgress.type, token, report);
  }

  #clientOptions(context: vscode.ExtensionContext): LanguageClientOptions {
    const initializationOptions: InitializationOptions = {
      trustedCommands: Object.values(serverCommands),
      // Nothing is written into a folder only because it was opened.
      ...(context.storageUri?.scheme === 'file' && { cacheFolder: context.storageUri.fsPath }),
    };
    return {
      documentSelector: languages.map((language) => ({ scheme: 'file', language })),
      outputChannel: this.#output,
      initializationOptions,
      markdown: { isTrusted: { enabledCommands: Object.values(serverCommands) } },
      diagnosticPullOptions: { onChange: true, onSave: true },
      initializationFailedHandler: (error) => {
        this.#output.error(error instanceof Error ? error : String(error));
        return false;
      },
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => {
          if (!this.#stopping) this.#ended();
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
    };
  }

  #ended(): void {
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
