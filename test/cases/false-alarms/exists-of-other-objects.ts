import { Volume, fs as memory } from 'memfs';
import type { Tree } from '@nx/devkit';

interface Host {
  existsSync(path: string): boolean;
  readFileSync(path: string): string;
}

export class Scanner {
  private readonly vol = Volume.fromJSON({ '/a': '1' });

  constructor(
    private readonly fs: Host,
    private readonly cache: { existsSync(key: string): boolean },
  ) {}

  async scan(tree: Tree, options: any) {
    if (this.fs.existsSync('/a')) return this.fs.readFileSync('/a');
    if (this.cache.existsSync('/a') || this.vol.existsSync('/a')) return memory.readFileSync('/a');
    if (options.fs.existsSync('/a')) return options.fs.readFileSync('/a');
    return tree.exists('a') && globalThis.host.readFileSync('/a');
  }
}
