import * as vscode from 'vscode';
import { adviceMethods, type AdviseParams, type RewriteEdit, type RewriteParams } from '../protocol/advice.ts';
import type { FindingView } from '../protocol/messages.ts';
import { isFromPanel, type FromPanel } from '../protocol/panel.ts';
import { AdviceFeed, rewritesParams } from './advice-feed.ts';
import { pageFolder, pageOf } from './advice-page.ts';
import { Cursor } from './cursor.ts';
import { previewRewrite } from './rewrite-preview.ts';
import type { Server } from './server.ts';

const viewId = 'loopwise.advice';

/** Shows what fits the function at the cursor. All thinking is the server's, all drawing the page's. */
class AdvicePanel implements vscode.WebviewViewProvider {
  readonly #extension: vscode.Uri;
  readonly #server: Server;
  readonly #cursor = new Cursor();
  readonly #feed: AdviceFeed;
  #view: vscode.WebviewView | undefined;

  constructor(extension: vscode.Uri, server: Server) {
    this.#extension = extension;
    this.#server = server;
    this.#feed = new AdviceFeed({
      advise: (params, signal) => cancellable(signal, (token) => server.request(adviceMethods.advise, params, token)),
      rewrites: (params, signal) =>
        cancellable(signal, (token) => server.request(adviceMethods.rewrites, params, token)),
      cursor: () => this.#cursor.place(),
      post: (message) => void this.#view?.webview.postMessage(message),
    });
    server.onFindingsChanged(() => this.#feed.refresh());
    server.onStatus(({ state }) => {
      if (state === 'ready' || state === 'disabled') this.#feed.refresh(0);
    });
    this.#cursor.onMoved(() => this.#feed.cursorMoved());
  }

  listen(): vscode.Disposable {
    return this.#cursor.listen();
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    const { webview } = view;
    webview.options = { enableScripts: true, localResourceRoots: [pageFolder(this.#extension)] };
    webview.onDidReceiveMessage((message: unknown) => {
      if (isFromPanel(message)) void this.#take(message);
    });
    view.onDidChangeVisibility(() => {
      // When it is shown again, its page is a new one and says that it listens.
      if (!view.visible) this.#feed.rest();
    });
    view.onDidDispose(() => {
      this.#feed.rest();
      this.#view = undefined;
    });
    webview.html = pageOf(webview, this.#extension);
  }

  /** Opens the panel on a function: that of the place, or that at the cursor. */
  async show(place: AdviseParams | undefined): Promise<void> {
    this.#feed.turnTo(place);
    await vscode.commands.executeCommand(`${viewId}.focus`);
  }

  pin(isPinned: boolean): void {
    void vscode.commands.executeCommand('setContext', 'loopwise.advicePinned', isPinned);
    this.#feed.pin(isPinned);
  }

  async #take(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#feed.start();
        return;
      case 'reveal':
        await this.#cursor.lead(message.place);
        return;
      case 'preview':
        await this.#preview(message.id);
        return;
      case 'copy':
        await vscode.env.clipboard.writeText(message.text);
        vscode.window.setStatusBarMessage(vscode.l10n.t('Advice copied'), 3000);
    }
  }

  async #preview(id: string): Promise<void> {
    const { shown } = this.#feed;
    if (!shown) return;
    const params: RewriteParams = { ...rewritesParams(shown), id };
    const edit = await this.#server.request<RewriteEdit | null>(adviceMethods.rewriteEdit, params);
    if (edit) await previewRewrite(edit);
    else {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The code has changed. The rewrites are looked for again.'),
      );
      this.#feed.refresh(0);
    }
  }
}

export function registerAdvicePanel(context: vscode.ExtensionContext, server: Server): void {
  const panel = new AdvicePanel(context.extensionUri, server);
  const { registerCommand } = vscode.commands;
  context.subscriptions.push(
    panel.listen(),
    vscode.window.registerWebviewViewProvider(viewId, panel),
    registerCommand('loopwise.showAdvice', (target: unknown) => panel.show(placeIn(target))),
    registerCommand('loopwise.pinAdvice', () => panel.pin(true)),
    registerCommand('loopwise.unpinAdvice', () => panel.pin(false)),
  );
}

/** The library of the client knows tokens, all the rest signals. */
async function cancellable<T>(signal: AbortSignal, ask: (token: vscode.CancellationToken) => Promise<T>): Promise<T> {
  const source = new vscode.CancellationTokenSource();
  const cancel = (): void => source.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await ask(source.token);
  } finally {
    signal.removeEventListener('abort', cancel);
    source.dispose();
  }
}

/** What the command is given: a finding of the tree, a place from a link, or nothing from the palette. */
function placeIn(target: unknown): AdviseParams | undefined {
  const { finding, uri, position } = (target ?? {}) as { finding?: FindingView } & Partial<AdviseParams>;
  if (finding) return { uri: finding.uri, position: finding.range.start };
  return uri !== undefined && position ? { uri, position } : undefined;
}
