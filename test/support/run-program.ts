import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

export interface ProgramRun {
  /** What the program's `run` returned, or how it failed. */
  readonly result: unknown;
  /** Turns of the event loop between its start and its end. */
  readonly turns: number;
  /** The longest time between two turns, in milliseconds. */
  readonly stall: number;
}

/** What runs a program: it counts the turns of the loop while `run` works. */
const harness = `
import { setImmediate as turn } from 'node:timers/promises';
const [, , entry] = process.argv;
const loaded = await import(entry);
const run = loaded.run ?? loaded.default?.run;
let turns = 0;
let stall = 0;
let last = performance.now();
let isOver = false;
const count = async () => {
  while (!isOver) {
    await turn();
    turns++;
    const now = performance.now();
    stall = Math.max(stall, now - last);
    last = now;
  }
};
const counting = count();
let result;
try { result = { value: await run() }; }
catch (error) { result = { error: error.constructor.name, code: error.code, message: error.message }; }
const counts = { turns, stall: Math.max(stall, performance.now() - last) };
isOver = true;
await counting;
process.stdout.write('\\n@@' + JSON.stringify({ result, ...counts }) + '\\n');
process.exit();
`;

/** Writes the sources to a folder and runs \`run\` of the entry in a process of its own. */
export async function runProgram(sources: ReadonlyMap<string, string>, entry: string): Promise<ProgramRun> {
  const folder = mkdtempSync(join(tmpdir(), 'loopwise-run-'));
  try {
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
    for (const [file, text] of sources) {
      const path = join(folder, file.replace(/\.ts$/, '.mjs'));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.endsWith('.ts') ? toJavaScript(text) : text);
    }
    writeFileSync(join(folder, 'harness.mjs'), harness);
    const output = await execute(folder, pathToFileURL(join(folder, entry.replace(/\.ts$/, '.mjs'))).href);
    const line = output.split('\n').find((text) => text.startsWith('@@'));
    if (line === undefined) throw new Error(`the program ended without a result:\n${output}`);
    return JSON.parse(line.slice(2)) as ProgramRun;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toJavaScript(text: string): string {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true };
  return ts
    .transpileModule(text, { compilerOptions: options })
    .outputText.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.mjs'");
}

function execute(folder: string, entry: string): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['harness.mjs', entry], { cwd: folder, timeout: 20_000 });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', fail);
    child.on('close', () => done(output));
  });
}
