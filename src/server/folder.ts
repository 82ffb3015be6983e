import type { FileFacts } from '../model/facts.ts';
import type { Settings } from '../protocol/settings.ts';
import type { FileChange } from '../session/session.ts';
import { loadConfig, type Config, type ConfigProblem } from '../workspace/config.ts';
import { toAbsolute, toRelative } from '../workspace/paths.ts';
import type { Documents } from './documents.ts';
import { createDeferred, type Deferred } from './deferred.ts';
import { factsOfDocument } from './document-facts.ts';
import { takeWithImports } from './first-answers.ts';
import { openFolder, type OpenProject } from './open-folder.ts';
import { uriOf } from './uris.ts';

export interface FolderOptions {
  /** Absolute path. */
  readonly root: string;
  readonly name: string;
  /** Set for a folder that is only looked at for some open files. */
  readonly paths?: readonly string[];
  readonly documents: Documents;
  readonly engine: 'oxc' | 'typescript' | undefined;
  readonly cacheFolder: string | undefined;
  /** Milliseconds without another edit before an edited file is analysed. */
  readonly delay: number;
  settings(): Promise<Settings>;
  /** Findings of these files, relative to the root, are other ones now. */
  onChanged(files: ReadonlySet<string>): void;
  onState(): void;
  onConfig(file: string, problems: readonly ConfigProblem[]): void;
  onError(error: unknown): void;
}

export type FolderState = 'starting' | 'indexing' | 'ready' | 'disabled' | 'error';

/** One workspace folder while the server runs: its session, what is to be taken in next, and how far the index is. */
export class Folder {
  readonly root: string;
  readonly uri: string;
  readonly name: string;
  readonly #options: FolderOptions;
  readonly #memory = new Map<string, FileFacts>();
  readonly #touched = new Set<string>();
  #project: OpenProject | undefined;
  #config: Config | undefined;
  #settings: Settings | undefined;
  #state: FolderState = 'starting';
  #message: string | undefined;
  #progress: { done: number; total: number } | undefined;
  #reload = false;
  #relayout = false;
  #timer: NodeJS.Timeout | undefined;
  /** Of the work that waits for the timer. */
  #pending: Deferred | undefined;
  /** What was touched since the index began: it may have read an earlier state. */
  #sinceIndex: Set<string> | undefined;
  #work: Promise<void> = Promise.resolve();
  #indexed: Promise<void> = Promise.resolve();
  #trial: Promise<void> | undefined;
  /** How many there have been. */
  #trials = 0;
  #generation = 0;
  /** Something is known of regular expressions that was not. */
  #news = false;
  #isClosed = false;
  readonly #listeners = new Set<() => void>();
  /** When the progress was told last. */
  #told = 0;

  constructor(options: FolderOptions) {
    this.#options = options;
    this.root = options.root;
    this.name = options.name;
    this.uri = uriOf(options.root);
  }

  get state(): FolderState {
    return this.#state;
  }

  /** Another one whenever something was taken in. */
  get generation(): number {
    return this.#generation;
  }

  get message(): string | undefined {
    return this.#message;
  }

  get progress(): { readonly done: number; readonly total: number } | undefined {
    return this.#progress;
  }

  get project(): OpenProject | undefined {
    return this.#project;
  }

  get settings(): Settings | undefined {
    return this.#settings;
  }

  /** Opens the folder and indexes it in the background. */
  start(): void {
    this.#enqueue(() => this.#open());
  }

  /** Resolves when all files have been looked at. */
  async indexed(): Promise<void> {
    await this.settled();
    await this.#indexed;
    await this.#project?.expressionsKnown();
    await this.settled();
  }

  /** Resolves when nobody tries changes out in the session. */
  async stable(): Promise<void> {
    while (this.#trial) await this.#trial;
  }

  /** Asks the session while nobody tries changes out in it, and asks again if somebody began to meanwhile. */
  async undisturbed<T>(ask: () => Promise<T>): Promise<T> {
    for (;;) {
      await this.stable();
      const before = this.#trials;
      const answer = await ask();
      if (this.#trials === before) return answer;
    }
  }

  /** Runs work that changes the session for a while. Undefined while not everything is indexed. */
  async tryOut<T>(work: (project: OpenProject) => Promise<T>): Promise<T | undefined> {
    await this.settled();
    let result: T | undefined;
    this.#enqueue(async () => {
      const project = this.#project;
      if (!project || this.#state !== 'ready') return;
      this.#trials++;
      this.#trial = work(project).then(
        (found) => void (result = found),
        (error: unknown) => this.#options.onError(error),
      );
      await this.#trial;
      this.#trial = undefined;
    });
    await this.#work;
    return result;
  }

  /** Resolves when everything that has changed so far is taken in. */
  async settled(): Promise<void> {
    while (this.#pending) await this.#pending.promise;
    await this.#work;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#pending?.resolve();
    this.#pending = undefined;
  }

  /** Writes the cache. */
  async save(): Promise<void> {
    await this.#project?.host.save();
  }

  /** Whether the folder's session knows the file or will. */
  has(path: string): boolean {
    return this.#project?.host.has(this.fileOf(path)) ?? false;
  }

  /** Whether the session has taken the file in. */
  knows(path: string): boolean {
    return this.#project?.session.facts(this.fileOf(path)) !== undefined;
  }

  /** The name of a file in the session. */
  fileOf(path: string): string {
    return toRelative(this.root, path);
  }

  pathOf(file: string): string {
    return toAbsolute(this.root, file);
  }

  /** A document was opened, edited, saved or closed, or its file changed on disk. */
  touch(path: string, delay = this.#options.delay): void {
    const file = this.fileOf(path);
    this.#memory.delete(file);
    this.#touched.add(file);
    this.#sinceIndex?.add(file);
    this.#schedule(delay);
  }

  /** Files came or went. */
  relayout(): void {
    this.#relayout = true;
    this.#schedule(this.#options.delay);
  }

  /** What says how files are read has changed: the config, a package.json, a setting. */
  reload(): void {
    this.#reload = true;
    this.#schedule(this.#options.delay);
  }

  /** Calls `listener` when the state or the progress is another one; returns how to stop that. */
  onProgress(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #schedule(delay: number): void {
    if (this.#isClosed) return;
    clearTimeout(this.#timer);
    this.#pending ??= createDeferred();
    this.#timer = setTimeout(() => {
      const { resolve } = this.#pending ?? createDeferred();
      this.#pending = undefined;
      this.#enqueue(() => this.#takeIn());
      void this.#work.then(resolve);
    }, delay);
  }

  #enqueue(work: () => Promise<void>): void {
    this.#work = this.#work.then(async () => {
      if (this.#isClosed) return;
      try {
        await work();
      } catch (error) {
        this.#options.onError(error);
      }
    });
  }

  #enter(state: FolderState, message?: string): void {
    this.#state = state;
    this.#message = message;
    this.#tell();
  }

  async #open(): Promise<void> {
    this.#settings = await this.#options.settings();
    if (!this.#settings.enable) {
      this.#disable();
      return;
    }
    this.#enter('starting');
    const project = await this.#openProject();
    const before = this.#project;
    if (before) {
      // The findings stay as they are until the new ones are complete.
      await project.session.update();
      this.#project = project;
      this.#changed(filesOf(before, project));
      this.#enter('ready', this.#message);
      return;
    }
    this.#project = project;
    const first = this.#openFiles();
    if (first.length > 0) this.#changed(await takeWithImports(project, first));
    this.#indexed = this.#index(project);
  }

  #disable(): void {
    const before = this.#project;
    this.#project = undefined;
    if (before) this.#changed(new Set(before.host.files()));
    this.#enter('disabled');
  }

  async #openProject(): Promise<OpenProject> {
    const { root, paths, engine, cacheFolder } = this.#options;
    const { config, problems } = await loadConfig(root);
    if (config.file) this.#options.onConfig(config.file, problems);
    // A config with mistakes is not used: the last one that had none holds.
    if (problems.length === 0) this.#config = config;
    const [problem] = problems;
    this.#message = problem && `${problem.file}:${problem.line}: ${problem.message}`;
    return openFolder({
      root,
      paths,
      engine,
      cacheFolder,
      config: this.#config ?? { file: undefined, folder: root, catalogs: [] },
      settings: this.#settings!,
      memory: this.#memory,
      openFile: (file, settings) => {
        const open = this.#options.documents.at(toAbsolute(root, file));
        const last = this.#project?.session.facts(file);
        return open && factsOfDocument({ file, path: toAbsolute(root, file), open, last, settings });
      },
      openText: (file) => this.#options.documents.at(toAbsolute(root, file))?.document.getText(),
      onExpressions: () => {
        this.#news = true;
        this.#schedule(0);
      },
      onProgress: (done, total) => this.#onProgress(done, total),
    });
  }

  #onProgress(done: number, total: number): void {
    if (this.#state !== 'indexing') return;
    const isDue = done === total || performance.now() - this.#told > 100;
    this.#progress = { done, total };
    if (!isDue) return;
    this.#told = performance.now();
    this.#tell();
  }

  #tell(): void {
    this.#options.onState();
    for (const listener of this.#listeners) listener();
  }

  async #index(project: OpenProject): Promise<void> {
    this.#enter('indexing', this.#message);
    this.#sinceIndex = new Set();
    try {
      const changed = await project.session.update();
      const again = await project.session.update(this.#changesOf(project, this.#sinceIndex));
      if (this.#isClosed) return;
      this.#changed(new Set([...changed, ...again]));
      this.#progress = undefined;
      this.#enter('ready', this.#message);
      await project.host.save();
    } catch (error) {
      this.#options.onError(error);
    } finally {
      this.#sinceIndex = undefined;
    }
  }

  async #takeIn(): Promise<void> {
    if (this.#reload) {
      this.#reload = false;
      return this.#open();
    }
    const project = this.#project;
    if (!project) return;
    const { host, session } = project;
    const changed = new Set(this.#touched);
    const take = async (changes: readonly FileChange[]): Promise<void> => {
      for (const file of changes.length === 0 ? [] : await session.update(changes)) changed.add(file);
    };
    if (this.#relayout) {
      this.#relayout = false;
      const { created, deleted } = await host.refresh();
      await take([
        ...created.map((file): FileChange => ({ file, kind: 'created' })),
        ...deleted.map((file): FileChange => ({ file, kind: 'deleted' })),
      ]);
    }
    const touched = this.#changesOf(project, this.#touched);
    this.#touched.clear();
    // What is open first, by itself: it takes no reading, so that its facts and its edits change at the same time.
    await take(touched.filter(({ file }) => this.#isOpen(file)));
    await take(touched.filter(({ file }) => !this.#isOpen(file)));
    if (this.#news) for (const file of await session.update([])) changed.add(file);
    this.#news = false;
    this.#changed(changed);
  }

  #changed(files: ReadonlySet<string>): void {
    this.#generation++;
    this.#options.onChanged(files);
  }

  #changesOf({ host, session }: OpenProject, files: ReadonlySet<string>): FileChange[] {
    return [...files]
      .filter((file) => host.has(file) || session.facts(file))
      .map((file) => ({ file, kind: session.facts(file) ? 'changed' : 'created' }));
  }

  #isOpen(file: string): boolean {
    return this.#options.documents.at(toAbsolute(this.root, file)) !== undefined;
  }

  #openFiles(): string[] {
    const paths = this.#options.documents.paths().map((path) => this.fileOf(path));
    return paths.filter((file) => this.#project?.host.has(file));
  }
}

function filesOf(...projects: readonly OpenProject[]): Set<string> {
  return new Set(projects.flatMap(({ host }) => host.files()));
}
