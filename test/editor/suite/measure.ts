/** What the benchmark runs in the extension host: how long activation takes, and how long until the first warning. */
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { extensionId, ours, show, until } from './editor.ts';

export async function run(): Promise<void> {
  const extension = vscode.extensions.getExtension(extensionId);
  const target = process.env['LOOPWISE_MEASURED'];
  if (!extension || target === undefined) throw new Error('There is nothing to measure, or no place to write it.');
  const before = process.cpuUsage();
  const started = performance.now();
  await extension.activate();
  const activation = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  const { document } = await show('src/routes/books.ts');
  await until(
    () => ours(document).length,
    (count) => count > 0,
  );
  writeFileSync(
    target,
    JSON.stringify({ activation, processor: (user + system) / 1000, firstWarning: performance.now() - started }),
  );
}
