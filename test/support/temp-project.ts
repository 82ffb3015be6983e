import { mkdtempSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes a project into a new temporary folder and returns its path. Objects become JSON. */
export function makeProject(files: Readonly<Record<string, string | Buffer | object>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'loopwise-')));
  created.push(root);
  addFiles(root, files);
  return root;
}

export function addFiles(root: string, files: Readonly<Record<string, string | Buffer | object>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
    writeFileSync(join(root, path), isRaw ? content : JSON.stringify(content));
  }
}

const created: string[] = [];

/** Call it in `after`. */
export function removeProjects(): void {
  for (const root of created.splice(0)) rmSync(root, { recursive: true, force: true });
}
