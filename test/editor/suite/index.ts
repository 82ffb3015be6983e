/** What the extension host loads: runs the suites in it and writes down how they went. */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { activation } from './activation.ts';
import { codeActions } from './code-actions.ts';
import { commands } from './commands.ts';
import { diagnostics } from './diagnostics.ts';
import { hovers } from './hovers.ts';
import { recovery } from './recovery.ts';
import type { SuiteResult } from './result.ts';

/** The other side reports. */
function silent(): void {
  // Nothing is printed.
}

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 90_000 });
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
  for (const define of [activation, diagnostics, hovers, codeActions, commands, recovery]) define();
  const results = await new Promise<SuiteResult[]>((resolve) => {
    const done: SuiteResult[] = [];
    mocha.reporter(silent as unknown as Mocha.ReporterConstructor);
    const runner = mocha.run(() => resolve(done));
    runner.on('pass', (test) => done.push({ path: test.titlePath() }));
    runner.on('fail', (test, error: Error) =>
      done.push({ path: test.titlePath(), error: error.stack ?? error.message }),
    );
  });
  const target = process.env['LOOPWISE_EDITOR_RESULTS'];
  if (target === undefined) throw new Error('LOOPWISE_EDITOR_RESULTS does not say where the results go.');
  writeFileSync(target, JSON.stringify(results));
}
