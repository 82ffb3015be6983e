/**
 * Extracts every deep source on a worker thread, whose stack is smaller than the main one, and prints a line each.
 * A process of its own, because a native parser that overflows its stack takes the process along.
 */
import { writeSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { extractFacts } from '../../src/languages/javascript/extract.ts';
import type { ParserEngine } from '../../src/languages/javascript/parse.ts';
import { deepSources } from './deep-sources.ts';

interface Task {
  readonly engine: ParserEngine;
  readonly depth: number;
}

if (isMainThread) {
  const [engine, depth] = process.argv.slice(2);
  // tsx prepares the main thread only.
  const script = `import('tsx/esm/api').then(({ register }) => { register(); return import('${import.meta.url}'); })`;
  new Worker(script, { eval: true, workerData: { engine, depth: Number(depth) } });
} else {
  const { engine, depth } = workerData as Task;
  for (const [name, source] of Object.entries(deepSources(depth))) {
    writeSync(1, `${name}: `);
    const { problem, functions } = extractFacts(fileNameFor(name), source, { engine });
    writeSync(1, `${problem?.kind ?? (functions.length > 0 ? 'facts' : 'nothing')}\n`);
  }
  writeSync(1, 'done\n');
}

function fileNameFor(name: string): string {
  return / types?$|keyof|qualified|assertion|namespaces/.test(name) ? 'deep.ts' : 'deep.js';
}
