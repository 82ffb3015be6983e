// Functions handed to callees that nobody knows may run anywhere (intellij-community#3573).
import { readFileSync } from 'node:fs';
import { schedule } from '@acme/scheduler';
import plugin from './plugin';

export async function setup(registry: any, queue: any[]) {
  schedule(() => readFileSync('a'));
  registry.add({ run: () => readFileSync('b') });
  plugin.onBuild(() => readFileSync('c'));
  queue.push(() => readFileSync('d'));
  return () => readFileSync('e');
}
