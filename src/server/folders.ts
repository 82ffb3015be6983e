import { existsSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { Folder, type FolderOptions } from './folder.ts';

type MakeOptions = (root: string, name: string) => FolderOptions;

/** The workspace folders, and makeshift ones for open files outside of them. */
export class Folders {
  readonly #make: MakeOptions;
  readonly #folders = new Map<string, Folder>();
  readonly #loose = new Map<string, Folder>();

  constructor(make: MakeOptions) {
    this.#make = make;
  }

  add(root: string, name: string): Folder {
    const folder = new Folder(this.#make(root, name));
    this.#folders.set(root, folder);
    folder.start();
    return folder;
  }

  remove(root: string): Folder | undefined {
    const folder = this.#folders.get(root);
    this.#folders.delete(root);
    folder?.close();
    return folder;
  }

  workspace(): readonly Folder[] {
    return [...this.#folders.values()];
  }

  all(): readonly Folder[] {
    return [...this.#folders.values(), ...this.#loose.values()];
  }

  /** The innermost folder that holds the path. */
  of(path: string): Folder | undefined {
    const inside = this.workspace().filter(({ root }) => path.startsWith(root.endsWith(sep) ? root : root + sep));
    return inside.sort((a, b) => b.root.length - a.root.length)[0] ?? this.#loose.get(path);
  }

  /** All folders whose sessions look at the file: a makeshift one may look at files of another. */
  knowing(path: string): readonly Folder[] {
    const own = this.of(path);
    return this.all().filter((folder) => folder === own || folder.knows(path));
  }

  /** As `of`, but a file that is in no folder gets one of its own. */
  opened(path: string): Folder {
    const known = this.of(path);
    if (known) return known;
    const root = packageRoot(path);
    const folder = new Folder({ ...this.#make(root, basename(root)), paths: [path] });
    this.#loose.set(path, folder);
    folder.start();
    return folder;
  }

  /** The makeshift folder of a file that was closed is no longer needed. */
  closed(path: string): void {
    this.#loose.get(path)?.close();
    this.#loose.delete(path);
  }
}

const ROOT_MARKS = ['package.json', 'pyproject.toml', 'setup.py', '.git'];

/** The folder that relative imports of a file are likely to stay in. */
function packageRoot(path: string): string {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (ROOT_MARKS.some((name) => existsSync(join(folder, name)))) return folder;
  }
  return dirname(path);
}
