import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { repositoryOf } from './gitignore.ts';

/**
 * Where the cache of a root is: below `folder` if the user names one, else in the nearest `node_modules/.cache`, else
 * in the user's cache folder, so that a project without node_modules gets no litter.
 */
export async function cacheFolderOf(root: string, folder?: string): Promise<string> {
  const own = createHash('sha1').update(resolve(root)).digest('hex').slice(0, 12);
  if (folder !== undefined) return join(resolve(root, folder), own);
  const top = (await repositoryOf(resolve(root))) ?? resolve(root);
  for (let current = resolve(root); ; current = dirname(current)) {
    const modules = join(current, 'node_modules');
    const found = await stat(modules).catch(() => undefined);
    if (found?.isDirectory()) return join(modules, '.cache', 'loopwise', own);
    if (current === top) return join(userCacheFolder(), 'loopwise', own);
  }
}

function userCacheFolder(): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (xdg) return xdg;
  if (process.platform === 'win32' && local) return local;
  return process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache');
}
