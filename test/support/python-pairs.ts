import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files before, and what all fixes make of those that change. */
export interface PythonPair {
  readonly name: string;
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  /** Kinds of stops that the sources announce with `# refused: kind`. */
  readonly refused: readonly string[];
  /** A program: `run` of `main.py` gives the same before and after. `runs`: the loop stands still for less long; `faster`: all is done sooner; `leaves`: other processes do the work. */
  readonly program: 'runs' | 'faster' | 'leaves' | undefined;
}

/**
 * The tables of a folder: each case begins with `# === name`, with `(runs)`, `(faster)` or `(leaves)` behind the name of a program; what comes after `# --- after` is
 * what the fixes make of it. Without that, they must change nothing. `# file: name.py` begins a file; the first is `main.py`.
 */
export function pythonPairs(folder: string): Map<string, PythonPair[]> {
  const tables = readdirSync(folder)
    .filter((name) => name.endsWith('.py'))
    .sort();
  return new Map(tables.map((table) => [table.replace('.py', ''), pairsIn(readFileSync(join(folder, table), 'utf8'))]));
}

function pairsIn(text: string): PythonPair[] {
  return text
    .split(/^# === /m)
    .slice(1)
    .map((section) => {
      const end = section.indexOf('\n');
      const title = section.slice(0, end).trim();
      const [before = '', after] = section.slice(end + 1).split(/^# --- after\n/m);
      const refused = [...before.matchAll(/# refused: (.*)$/gm)].map(([, kind = '']) => kind.trim());
      return {
        name: title.replace(/ \((?:runs|faster|leaves)\)$/, ''),
        before: filesIn(before),
        after: after === undefined ? new Map<string, string>() : filesIn(after),
        refused: refused.sort(),
        program: /\((runs|faster|leaves)\)$/.exec(title)?.[1] as PythonPair['program'],
      };
    });
}

function filesIn(text: string): Map<string, string> {
  const [first = '', ...others] = text.split(/^# file: /m);
  const files = new Map<string, string>();
  if (first.trim() !== '') files.set('main.py', trimmed(first));
  for (const other of others) {
    const end = other.indexOf('\n');
    files.set(other.slice(0, end).trim(), trimmed(other.slice(end + 1)));
  }
  return files;
}

/** Empty lines between the cases belong to none of them. */
function trimmed(text: string): string {
  return `${text.replace(/^\n+/, '').trimEnd()}\n`;
}
