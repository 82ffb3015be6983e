import { delimiter, join } from 'node:path';
import type { MigratedPackage } from './pins.ts';
import { run } from './run.ts';

/** Whether each test passed, by its name. */
export type Results = ReadonlyMap<string, boolean>;

/** Runs the tests of a package; what V8 saw running goes to the folder `coverage`. */
export async function runSuite(folder: string, { suite }: MigratedPackage, coverage?: string): Promise<Results> {
  const path = [join(folder, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  const env = { PATH: path, HOME: process.env['HOME'], NODE_ENV: 'test', NODE_V8_COVERAGE: coverage };
  let output = '';
  for (const command of suite) output += `${(await run(folder, command, env)).output}\n`;
  return readTap(output);
}

/** Reads the lines of TAP among whatever else was printed; a name that is there before gets a number. */
function readTap(output: string): Results {
  const results = new Map<string, boolean>();
  for (const [, not, text = ''] of output.matchAll(/^ *(not )?ok \d+(?: -)? ?(.*)$/gm)) {
    const name = text
      .replace(/ # .*$/, '')
      .replace(/ \{$/, '')
      .trim();
    let own = name;
    for (let count = 2; results.has(own); count++) own = `${name} (${count})`;
    results.set(own, not === undefined);
  }
  return results;
}

/** The tests that passed and do not pass now, and the other way round. */
export function differences(before: Results, after: Results): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => (before.get(name) ?? false) !== (after.get(name) ?? false));
}

export function inShort(results: Results): string {
  const passing = [...results.values()].filter(Boolean).length;
  const failing = results.size - passing;
  return failing === 0 ? `${passing} pass` : `${passing} pass, ${failing} fail`;
}
