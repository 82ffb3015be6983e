import * as vscode from 'vscode';
import {
  methods,
  type AuditResult,
  type FindingsParams,
  type FindingsResult,
  type FindingView,
} from '../protocol/messages.ts';
import type { Server } from './server.ts';

/** Edits come in bursts, and a tree that is built anew loses the user's place. */
const pause = 300;

/** All findings of the workspace, as the server knows them now. */
export class Findings {
  readonly #server: Server;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onChanged = this.#changed.event;
  #timer: NodeJS.Timeout | undefined;
  #live = false;
  all: readonly FindingView[] = [];

  constructor(server: Server) {
    this.#server = server;
    server.onFindingsChanged(() => this.#schedule());
    server.onStatus(({ state }) => {
      if (state === 'ready') this.#schedule();
    });
  }

  /** Whether someone looks at them: if not, nothing is asked for. */
  set live(live: boolean) {
    this.#live = live;
    if (live) this.#schedule(0);
  }

  /** What an audit has found. */
  take(result: AuditResult): void {
    this.#set(result.findings);
  }

  #schedule(delay = pause): void {
    if (!this.#live || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#refresh();
    }, delay);
  }

  async #refresh(): Promise<void> {
    const everything: FindingsParams = {};
    try {
      const { findings } = await this.#server.request<FindingsResult>(methods.findings, everything);
      this.#set(findings);
    } catch {
      // The server is on its way down or up, and will say when it has something.
    }
  }

  #set(findings: readonly FindingView[]): void {
    this.all = findings;
    this.#changed.fire();
  }
}
