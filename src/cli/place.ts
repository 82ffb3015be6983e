import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { pythonManifests } from '../workspace/python-projects.ts';
import { UserError } from './errors.ts';
import { isBelow } from './open-project.ts';

/** A file, and what in it: `src/server.ts:handleUpload`. */
export interface Place {
  readonly file: string;
  readonly name: string;
}

export function parsePlace(place: string): Place {
  const [, file = '', name = ''] = /^(.+?):([^:]+)$/.exec(place) ?? [];
  if (name === '') throw new UserError('name a function as FILE:FUNCTION, for example src/server.ts:handleUpload');
  return checked({ file, name });
}

/** The place if its file exists. */
export function checked<T extends Pick<Place, 'file'>>(place: T): T {
  if (!existsSync(place.file)) throw new UserError(`${place.file}: there is no such file`);
  if (!statSync(place.file).isFile()) throw new UserError(`${place.file}: it is no file`);
  return place;
}

/** The path of a file as a session names it. */
export function pathBelow(root: string, file: string): string {
  return relative(root, file).split(sep).join('/');
}

/** What to analyse with a file: the working folder, or the package around a file that is elsewhere. */
export function projectAround(file: string): string {
  if (isBelow(process.cwd(), resolve(file))) return '.';
  const own = dirname(resolve(file));
  const marks = ['package.json', ...pythonManifests, '.git'];
  for (let folder = own; folder !== dirname(folder); folder = dirname(folder)) {
    if (marks.some((name) => existsSync(join(folder, name)))) return folder;
  }
  return own;
}
