import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The Python sources among the fixtures. */
export function pythonFiles(): { readonly path: string; readonly source: string }[] {
  return ['test/cases', 'test/projects'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.py'))
      .map((path) => ({ path, source: readFileSync(join(folder, path), 'utf8') })),
  );
}
