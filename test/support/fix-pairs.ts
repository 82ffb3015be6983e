import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A project before, and what all its fixes make of it. */
export interface FixPair {
  readonly theme: string;
  readonly name: string;
  readonly before: ReadonlyMap<string, string>;
  /** Only the files that change. */
  readonly after: ReadonlyMap<string, string>;
  /** Kinds of stops that the sources announce with `// refused: kind`; `tests` where these have to change as well. */
  readonly refused: readonly string[];
  /** What warnings of the fixes say, which the sources announce with `// warns: text`. */
  readonly warned: readonly string[];
}

/**
 * `name.ts` and `name.after.ts` are a pair; so are two folders `name` and `name.after`, of which the second holds the files that
 * change. A source without the other half is one that no fix may touch.
 */
export function fixPairs(folder: string): FixPair[] {
  const names = readdirSync(folder).sort();
  return names
    .filter((name) => !/\.after(?:\.|$)/.test(name))
    .map((name) => {
      const before = sourcesAt(folder, name, name);
      const other = name.includes('.') ? name.replace(/\.(\w+)$/, '.after.$1') : `${name}.after`;
      const after = names.includes(other) ? sourcesAt(folder, other, name) : new Map<string, string>();
      const refused = announced(before, /\/\/ refused: (.*)$/gm);
      const warned = announced(before, /\/\/ warns: (.*)$/gm);
      return { theme: basename(folder), name, before, after, refused: refused.sort(), warned };
    });
}

function announced(sources: ReadonlyMap<string, string>, note: RegExp): string[] {
  return [...sources.values()].flatMap((text) => [...text.matchAll(note)].map(([, what]) => (what ?? '').trim()));
}

/** A single file takes the name of the pair's first half. */
function sourcesAt(folder: string, entry: string, name: string): Map<string, string> {
  const path = join(folder, entry);
  if (!statSync(path).isDirectory()) return new Map([[name, readFileSync(path, 'utf8')]]);
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  return new Map(
    files
      .filter((file) => statSync(join(path, file)).isFile())
      .sort()
      .map((file) => [file, readFileSync(join(path, file), 'utf8')]),
  );
}
