import { appendFileSync } from 'node:fs';
import { settings } from '../config.ts';

const pending: string[] = [];
let shown: string[] = [];

export const journal = {
  add(line: string): void {
    pending.push(line);
  },

  // The name ends in Sync and nothing blocks: it moves lines from one array to another.
  flushSync(): readonly string[] {
    shown = [...shown, ...pending];
    return shown;
  },

  // Called from process.on('exit') only, see server.ts.
  writeOut(): void {
    appendFileSync(settings.journal, pending.join('\n'));
  },
};
