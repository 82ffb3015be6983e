import * as vscode from 'vscode';
import {
  adviceMethods,
  type AdviceView,
  type AdviseParams,
  type AdviseResult,
  type RewriteEdit,
  type RewriteParams,
  type RewritesParams,
  type RewritesResult,
} from '../protocol/advice.ts';
import type { FindingView } from '../protocol/messages.ts';
import { isFromPanel, type FromPanel, type ToPanel } from '../protocol/panel.ts';
import { pageFolder, pageOf } from './advice-page.ts';
import { Cursor } from './cursor.ts';
import { previewRewrite } from './rewrite-preview.ts';
import type { Server } from './server.ts';

/** The cursor stays for a moment before it is followed, and longer before rewrites are tried out. */
const pause = 120;
const rewritesPause = 400;
/** Edits come in bursts. */
const editPause = 300;

const viewId = 'loopwise.advice';

/** Shows what fits the function at the cursor. All thinking is the server's, all drawing the page's. */
class AdvicePanel implements vscode.WebviewViewProvider {
  readonly #extension: vscode.Uri;
  readonly #server: Server;
  readonly #cursor: Cursor;
  #view: vscode.WebviewView | undefined;
  #shown: AdviceView | undefined;
  /** The place whose function is shown: where the cursor was last, unless the user has asked for another. */
  #target: AdviseParams | undefined;
  #isPinned = false;
  #timer: NodeJS.Timeout | undefined;
  #request: vscode.CancellationTokenSource | undefined;

  constructor(extension: vscode.Uri, server: Server, cursor: Cursor) {
    this.#extension = extension;
    this.#server = server;
    this.#cursor = cursor;
    server.onFindingsChanged(() => this.#schedule(editPause));
    server.onStatus(({ state }) => {
      if (state === 'ready' || state === 'disabled') this.#schedule(0);
    });
    cursor.onMoved(() => {
      if (this.#isPinned) return;
      this.#target = cursor.place() ?? this.#target;
      this.#schedule(pause);
    });
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    const { webview } = view;
    webview.options = { enableScripts: true, localResourceRoots: [pageFolder(this.#extension)] };
    webview.onDidReceiveMessage((message: unknown) => {
      if (isFromPanel(message)) void this.#take(message);
    });
    view.onDidChangeVisibility(() => {
      if (!view.visible) this.#rest();
    });
    view.onDidDispose(() => {
      this.#rest();
      this.#view = undefined;
    });
    webview.html = pageOf(webview, this.#extension);
  }

  /** Opens the panel on a function: that of the place, or that at the cursor. */
  async show(place?: AdviseParams): Promise<void> {
    this.#target = place ?? this.#cursor.place() ?? this.#target;
    await vscode.commands.executeCommand(`${viewId}.focus`);
    this.#schedule(0);
  }

  /** Keeps the function that is shown, or follows the cursor again. */
  pin(isPinned: boolean): void {
    this.#isPinned = isPinned;
    void vscode.commands.executeCommand('setContext', 'loopwise.advicePinned', isPinned);
    if (!isPinned) this.#target = this.#cursor.place() ?? this.#target;
    this.#post({ type: 'pinned', isPinned });
    this.#schedule(0);
  }

  async #take(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#target ??= this.#cursor.place();
        this.#schedule(0);
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

  #post(message: ToPanel): void {
    void this.#view?.webview.postMessage(message);
  }

  /** Nothing is asked for while nobody looks. */
  #schedule(delay: number): void {
    if (!this.#view?.visible) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), delay);
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#request?.cancel();
  }

  async #ask(): Promise<void> {
    this.#request?.cancel();
    const request = new vscode.CancellationTokenSource();
    this.#request = request;
    if (!this.#target) {
      this.#post({ type: 'empty', reason: 'unsupported' });
      return;
    }
    try {
      const { token } = request;
      const result = await this.#server.request<AdviseResult>(adviceMethods.advise, this.#target, token);
      if (!token.isCancellationRequested) this.#show(result);
    } catch {
      if (!request.token.isCancellationRequested) this.#post({ type: 'empty', reason: 'failed' });
    }
  }

  #show(result: AdviseResult): void {
    if ('missing' in result) {
      if (result.missing === 'edited' && this.#shown) return;
      this.#shown = undefined;
      this.#post({ type: 'empty', reason: result.missing });
      return;
    }
    const { advice } = result;
    // What was pinned may have moved away from its place with an edit; then it stays as it was.
    if (this.#isPinned && this.#shown && this.#shown.name !== advice.name) return;
    this.#shown = advice;
    if (this.#isPinned) this.#target = { uri: advice.uri, position: advice.range.start };
    this.#post({ type: 'advice', advice, isPinned: this.#isPinned });
    this.#timer = setTimeout(() => void this.#findRewrites(advice), rewritesPause);
  }

  async #findRewrites(advice: AdviceView): Promise<void> {
    const token = this.#request?.token;
    const params = rewritesOf(advice);
    const none: RewritesResult = { rewrites: [] };
    const { rewrites } =
      params.findings.length === 0
        ? none
        : await this.#server.request<RewritesResult>(adviceMethods.rewrites, params, token).catch(() => none);
    if (token?.isCancellationRequested || this.#shown !== advice) return;
    this.#post({ type: 'rewrites', rewrites });
  }

  async #preview(id: string): Promise<void> {
    if (!this.#shown) return;
    const params: RewriteParams = { ...rewritesOf(this.#shown), id };
    const edit = await this.#server.request<RewriteEdit | null>(adviceMethods.rewriteEdit, params);
    if (edit) await previewRewrite(edit);
    else {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('The code has changed. The rewrites are looked for again.'),
      );
      this.#schedule(0);
    }
  }
}

function rewritesOf({ uri, techniques }: AdviceView): RewritesParams {
  return { uri, findings: [...new Set(techniques.flatMap(({ findings }) => findings))] };
}

export function registerAdvicePanel(context: vscode.ExtensionContext, server: Server): void {
  const cursor = new Cursor();
  const panel = new AdvicePanel(context.extensionUri, server, cursor);
  const { registerCommand } = vscode.commands;
  context.subscriptions.push(
    cursor.listen(),
    vscode.window.registerWebviewViewProvider(viewId, panel),
    registerCommand('loopwise.showAdvice', (target: unknown) => panel.show(placeIn(target))),
    registerCommand('loopwise.pinAdvice', () => panel.pin(true)),
    registerCommand('loopwise.unpinAdvice', () => panel.pin(false)),
  );
}

/** What the command is given: a finding of the tree, a place from a link, or nothing from the palette. */
function placeIn(target: unknown): AdviseParams | undefined {
  const { finding, uri, position } = (target ?? {}) as { finding?: FindingView } & Partial<AdviseParams>;
  if (finding) return { uri: finding.uri, position: finding.range.start };
  return uri !== undefined && position ? { uri, position } : undefined;
}
