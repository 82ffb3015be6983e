import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import type { StatusParams } from '../../src/protocol/messages.ts';

/** A folder on disk that is gone when the test is. */
export class Project {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'loopwise-lsp-')));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [file, text] of Object.entries(files)) this.write(file, text);
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), text);
  }

  remove(file: string): void {
    rmSync(join(this.root, file), { recursive: true });
  }

  uri(file = ''): string {
    return pathToFileURL(join(this.root, file)).href;
  }

  dispose(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

export interface ClientOptions {
  readonly folders: readonly Project[];
  readonly capabilities?: ClientCapabilities;
  /** What the client answers when it is asked for its configuration; it may change. */
  readonly settings?: { value: unknown };
  readonly initializationOptions?: Readonly<Record<string, unknown>>;
  /** The client names one folder, as `rootUri`, and has no others. */
  readonly isSingleFolder?: boolean;
}

/** An editor without a screen: a real server process, and a real client of it. */
export class Client {
  readonly process: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly history: PublishDiagnosticsParams[] = [];
  readonly log: string[] = [];
  /** How often the server asked the client to ask for diagnostics again. */
  refreshes = 0;
  /** What the server asked the client to show. */
  readonly shown: { readonly uri: string; readonly external?: boolean }[] = [];
  readonly statuses: StatusParams[] = [];
  /** Requests of the server that some clients cannot take. */
  readonly asked: string[] = [];
  result!: InitializeResult;
  readonly #listeners = new Set<() => void>();
  readonly #versions = new Map<string, number>();
  readonly #texts = new Map<string, string>();

  private constructor() {
    this.process = spawn(process.execPath, ['--import', 'tsx', 'src/server/main.ts', '--stdio'], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const { stdout, stdin, stderr } = this.process;
    stderr!.on('data', (chunk: Buffer) => this.log.push(chunk.toString()));
    this.connection = createProtocolConnection(new StreamMessageReader(stdout!), new StreamMessageWriter(stdin!));
  }

  static async start(options: ClientOptions): Promise<Client> {
    const { folders, capabilities = {}, settings, initializationOptions, isSingleFolder = false } = options;
    const client = new Client();
    const { connection } = client;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      client.published.set(params.uri, params);
      client.history.push(params);
      client.notify();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      client.log.push(message);
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => settings?.value ?? null),
    );
    for (const method of ['client/registerCapability', 'window/workDoneProgress/create']) {
      connection.onRequest(method, () => {
        client.asked.push(method);
        return null;
      });
    }
    connection.onRequest('workspace/codeLens/refresh', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => {
      client.refreshes++;
      client.notify();
      return null;
    });
    connection.onRequest('window/showDocument', (params: { uri: string; external?: boolean }) => {
      client.shown.push(params);
      client.notify();
      return { success: true };
    });
    connection.onNotification('loopwise/status', (params: StatusParams) => {
      client.statuses.push(params);
      client.notify();
    });
    connection.onNotification('loopwise/findingsChanged', () => client.notify());
    connection.listen();
    client.result = await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: folders[0]?.uri() ?? null,
      workspaceFolders: isSingleFolder
        ? null
        : folders.map((folder, index) => ({ uri: folder.uri(), name: `folder ${index}` })),
      capabilities: {
        ...capabilities,
        workspace: {
          workspaceFolders: !isSingleFolder,
          configuration: settings !== undefined,
          ...capabilities.workspace,
        },
      },
      initializationOptions: { delay: 5, ...initializationOptions },
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** Wakes whoever waits in `until`. */
  notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  /** Waits until a condition holds, asked again whenever the server says something. */
  async until<T>(condition: () => T | undefined | false): Promise<T> {
    for (;;) {
      const value = condition();
      if (value !== undefined && value !== false) return value;
      await new Promise<void>((resolve) => {
        const listener = (): void => {
          this.#listeners.delete(listener);
          resolve();
        };
        this.#listeners.add(listener);
      });
    }
  }

  async open(uri: string, text: string, languageId = 'typescript'): Promise<void> {
    this.#versions.set(uri, 1);
    this.#texts.set(uri, text);
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces the one place where `from` stands, as an editor sends it: by range. */
  async edit(uri: string, from: string, to: string): Promise<number> {
    const text = this.#texts.get(uri) ?? '';
    const start = text.indexOf(from);
    if (start < 0 || text.includes(from, start + 1)) throw new Error(`"${from}" must stand once in ${uri}`);
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    this.#texts.set(uri, text.slice(0, start) + to + text.slice(start + from.length));
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: placeAt(text, start), end: placeAt(text, start + from.length) }, text: to }],
    });
    return version;
  }

  /** Replaces the whole text. */
  async replace(uri: string, text: string): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    this.#texts.set(uri, text);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
    return version;
  }

  /** Types at the end of a text, which may be long. */
  async append(uri: string, more: string): Promise<void> {
    const text = this.#texts.get(uri) ?? '';
    const version = (this.#versions.get(uri) ?? 0) + 1;
    const at = placeAt(text, text.length);
    this.#versions.set(uri, version);
    this.#texts.set(uri, text + more);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text: more }],
    });
  }

  /** Waits until the server has taken in everything that it was told. */
  async settle(): Promise<void> {
    await this.connection.sendRequest('loopwise/audit', {});
  }

  text(uri: string): string {
    return this.#texts.get(uri) ?? '';
  }

  async save(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  diagnostics(uri: string): Diagnostic[] | undefined {
    return this.published.get(uri)?.diagnostics;
  }

  /** Ends the server as editors do; returns its exit code. */
  async stop(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode === 1 ? 0 : this.process.exitCode;
    const exited = once(this.process, 'exit');
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const [code] = (await exited) as [number | null];
    this.connection.dispose();
    return code;
  }
}

function placeAt(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}

/** The text that a diagnostic underlines. */
export function underlined(text: string, { range }: Diagnostic): string {
  const line = text.split('\n')[range.start.line] ?? '';
  return line.slice(range.start.character, range.end.line === range.start.line ? range.end.character : undefined);
}

/** Where a text stands, which must stand there once. */
export function placeOf(text: string, mark: string): { line: number; character: number } {
  const offset = text.indexOf(mark);
  if (offset < 0 || text.includes(mark, offset + 1)) throw new Error(`"${mark}" must stand once in\n${text}`);
  return placeAt(text, offset);
}
