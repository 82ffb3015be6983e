import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type Connection,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { readSettings, settingsSection, type Settings } from '../protocol/settings.ts';
import { version } from '../session/about.ts';
import { clientOf, serverCapabilities, watchedGlobs, type Client } from './capabilities.ts';
import { serveAdvice } from './advice.ts';
import { serveAudits } from './audit.ts';
import { serveCodeActions } from './code-actions.ts';
import { serveCommands } from './commands.ts';
import { serveCompletion } from './completion.ts';
import { serveCodeLenses } from './code-lens.ts';
import { fileAt, type Context } from './context.ts';
import { currentReport } from './current-report.ts';
import { problemsOf } from './diagnostics.ts';
import { Documents } from './documents.ts';
import type { Folder, FolderOptions } from './folder.ts';
import { Folders } from './folders.ts';
import { serveHovers } from './hover.ts';
import { IndexingProgress } from './indexing-progress.ts';
import { Publisher, pulled, reported, type Reported } from './publisher.ts';
import { serveRewrites } from './rewrites.ts';
import { Status } from './status.ts';
import { pathOf, uriOf } from './uris.ts';
import { WorkspaceDiagnostics } from './workspace-diagnostics.ts';

const defaultDelay = 150;
/** What changes how files are read, not only what it says itself. */
const layoutFile = /[\\/](?:package\.json|pnpm-workspace\.yaml|loopwise\.config\.json|[jt]sconfig[^\\/]*\.json)$/;

/** One client's server: hands what the client says to the folders, and what they find to the client. */
export class Server {
  readonly #connection: Connection;
  readonly #documents = new Documents();
  readonly #publisher: Publisher;
  readonly #folders = new Folders((root, name) => this.#folderOptions(root, name));
  /** Of documents that are being asked for: how often. */
  readonly #pulling = new Map<string, number>();
  readonly #pulled = new Map<string, string>();
  readonly #context: Context;
  readonly #status: Status;
  readonly #progress: IndexingProgress;
  readonly #workspaceDiagnostics: WorkspaceDiagnostics;
  #client: Client | undefined;
  #initial: readonly { readonly uri: string; readonly name: string }[] = [];
  #ownSettings: unknown;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#publisher = new Publisher(connection);
    this.#context = {
      connection,
      documents: this.#documents,
      folders: this.#folders,
      client: () => this.#client ?? clientOf({ capabilities: {} }),
    };
    this.#status = new Status(this.#context);
    this.#progress = new IndexingProgress(this.#context);
    this.#workspaceDiagnostics = new WorkspaceDiagnostics(this.#context);
  }

  listen(): void {
    const connection = this.#connection;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => this.#initialized());
    connection.onShutdown(() => this.#shutDown());
    connection.onDidChangeConfiguration(({ settings }) => this.#configured(settings));
    connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri, type } of changes) this.#changedOnDisk(uri, type === FileChangeType.Changed);
    });
    connection.workspace.onDidCreateFiles(({ files }) => this.#moved(files.map(({ uri }) => uri)));
    connection.workspace.onDidDeleteFiles(({ files }) => this.#moved(files.map(({ uri }) => uri)));
    connection.workspace.onDidRenameFiles(({ files }) =>
      this.#moved(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
    );
    connection.languages.diagnostics.on(({ textDocument, previousResultId }) =>
      this.#pull(textDocument.uri, previousResultId),
    );
    connection.languages.diagnostics.onWorkspace((params, token) => this.#workspaceDiagnostics.answer(params, token));
    const { manager } = this.#documents;
    manager.onDidOpen(({ document }) => this.#opened(document.uri));
    manager.onDidChangeContent(({ document }) => this.#edited(document.uri));
    manager.onDidSave(({ document }) => this.#saved(document.uri));
    manager.onDidClose(({ document }) => this.#closed(document.uri));
    manager.listen(connection);
    serveAdvice(this.#context);
    serveRewrites(this.#context);
    serveAudits(this.#context);
    serveCodeActions(this.#context);
    serveCommands(this.#context);
    serveCodeLenses(this.#context);
    serveHovers(this.#context);
    serveCompletion(this.#context);
    connection.listen();
  }

  #initialize(params: InitializeParams): InitializeResult {
    this.#client = clientOf(params);
    this.#ownSettings = this.#client.options.settings;
    this.#initial = params.workspaceFolders ?? onlyRoot(params);
    return {
      capabilities: serverCapabilities(this.#client),
      serverInfo: { name: 'Loopwise', version },
    };
  }

  #initialized(): void {
    const { client } = this.#connection;
    if (this.#client?.registersConfiguration) {
      client.register(DidChangeConfigurationNotification.type, { section: settingsSection }).catch(refused);
    }
    if (this.#client?.registersWatchers) {
      const watchers = watchedGlobs.map((globPattern) => ({ globPattern }));
      client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(refused);
    }
    if (this.#client?.changesFolders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) this.#forget(this.#folders.remove(pathOf(uri) ?? ''));
        this.#addFolders(added);
      });
    }
    this.#addFolders(this.#initial);
  }

  #addFolders(folders: readonly { readonly uri: string; readonly name: string }[]): void {
    for (const { uri, name } of folders) {
      const root = pathOf(uri);
      if (root !== undefined) this.#folders.add(root.replace(/(?<=.)[\\/]$/, ''), name);
    }
  }

  #folderOptions(root: string, name: string): FolderOptions {
    const folderUri = uriOf(root);
    const { engine, cacheFolder, delay = defaultDelay } = this.#client?.options ?? {};
    return {
      root,
      name,
      engine,
      cacheFolder,
      delay,
      documents: this.#documents,
      settings: () => this.#settingsOf(folderUri),
      onChanged: (files) =>
        this.#report(
          this.#folders.all().find((folder) => folder.root === root),
          files,
        ),
      onState: () => {
        this.#status.tell();
        this.#progress.tell();
      },
      onConfig: (file, problems) => this.#publisher.publish(uriOf(file), reported(problemsOf(problems)), undefined),
      onError: (error) => this.#connection.console.error(error instanceof Error ? (error.stack ?? '') : String(error)),
    };
  }

  async #settingsOf(scopeUri: string): Promise<Settings> {
    if (!this.#client?.hasConfiguration) return readSettings(this.#ownSettings);
    const section = settingsSection;
    const asked = this.#connection.workspace.getConfiguration({ scopeUri, section });
    return readSettings(await asked.catch(refused));
  }

  #configured(settings: unknown): void {
    if (!this.#client?.hasConfiguration) {
      this.#ownSettings = (settings as Partial<Record<string, unknown>> | null)?.[settingsSection] ?? this.#ownSettings;
    }
    for (const folder of this.#folders.all()) folder.reload();
  }

  #opened(uri: string): void {
    const path = pathOf(uri);
    if (path === undefined) return;
    const folder = this.#folders.opened(path);
    this.#lookForNew(folder, path);
    folder.touch(path, 0);
  }

  /** Who watches no files does not say which of them are new. */
  #lookForNew(folder: Folder, path: string): void {
    if (!this.#client?.registersWatchers && folder.state === 'ready' && !folder.has(path)) folder.relayout();
  }

  #edited(uri: string): void {
    const path = pathOf(uri);
    for (const folder of path === undefined ? [] : this.#folders.knowing(path)) {
      if (path !== undefined && folder.settings?.run !== 'onSave') folder.touch(path);
    }
  }

  #saved(uri: string): void {
    const path = pathOf(uri);
    if (path === undefined) return;
    for (const folder of this.#folders.knowing(path)) {
      this.#lookForNew(folder, path);
      folder.touch(path);
    }
  }

  #closed(uri: string): void {
    const path = pathOf(uri);
    if (path === undefined) return;
    this.#folders.of(path)?.touch(path);
    this.#folders.closed(path);
    this.#pulled.delete(uri);
    this.#publisher.publish(uri, reported([]), undefined);
  }

  #changedOnDisk(uri: string, isOnlyChanged: boolean): void {
    const path = pathOf(uri);
    const folder = path === undefined ? undefined : this.#folders.of(path);
    if (path === undefined || !folder) return;
    if (layoutFile.test(path)) folder.reload();
    else if (!isOnlyChanged || /[\\/]\.gitignore$/.test(path)) folder.relayout();
    if (!this.#documents.at(path)) folder.touch(path);
  }

  #moved(uris: readonly string[]): void {
    const paths = uris.map((uri) => pathOf(uri)).filter((path) => path !== undefined);
    for (const folder of new Set(paths.map((path) => this.#folders.of(path)))) folder?.relayout();
  }

  #report(folder: Folder | undefined, files: ReadonlySet<string>): void {
    if (!folder) return;
    this.#status.tell();
    this.#status.findingsChanged();
    this.#workspaceDiagnostics.tell();
    if (this.#client?.refreshesCodeLenses && folder.settings?.codeLens.enable) {
      this.#connection.sendRequest('workspace/codeLens/refresh').catch(refused);
    }
    const open = [...files].flatMap((file) => this.#documents.at(folder.pathOf(file))?.document ?? []);
    if (!this.#client?.pullsDiagnostics) {
      for (const { uri, version } of open) this.#publisher.publish(uri, this.#reported(uri), version);
      return;
    }
    const isNews = ({ uri }: { readonly uri: string }): boolean =>
      !this.#pulling.has(uri) && this.#pulled.get(uri) !== this.#reported(uri).id;
    if (open.some(isNews)) this.#connection.languages.diagnostics.refresh().catch(refused);
  }

  #reported(uri: string): Reported {
    return currentReport(this.#context, fileAt(this.#context, uri));
  }

  async #pull(uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
    const path = pathOf(uri);
    this.#pulling.set(uri, (this.#pulling.get(uri) ?? 0) + 1);
    const folder = path === undefined ? undefined : this.#folders.of(path);
    await folder?.settled();
    await folder?.stable();
    const left = (this.#pulling.get(uri) ?? 1) - 1;
    if (left > 0) this.#pulling.set(uri, left);
    else this.#pulling.delete(uri);
    const now = this.#reported(uri);
    this.#pulled.set(uri, now.id);
    return pulled(now, previous);
  }

  #forget(folder: Folder | undefined): void {
    for (const uri of this.#publisher.published()) {
      if (folder && this.#folders.of(pathOf(uri) ?? '') === undefined) {
        this.#publisher.publish(uri, reported([]), undefined);
      }
    }
  }

  async #shutDown(): Promise<void> {
    const folders = this.#folders.all();
    this.#workspaceDiagnostics.end();
    await Promise.all(folders.map((folder) => folder.save()));
    for (const folder of folders) folder.close();
  }
}

/** A client need not do what it said that it can. */
function refused(): undefined {
  return undefined;
}

/** Older clients name one folder. */
function onlyRoot(params: object): { readonly uri: string; readonly name: string }[] {
  const uri = 'rootUri' in params && typeof params.rootUri === 'string' ? params.rootUri : undefined;
  return uri === undefined ? [] : [{ uri, name: uri.replace(/^.*\//, '') }];
}
