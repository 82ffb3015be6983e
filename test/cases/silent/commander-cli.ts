import { Command } from 'commander';
import { execSync } from 'node:child_process';
import fs from 'node:fs';

const program = new Command();

program
  .command('build <dir>')
  .action(async (dir: string) => {
    fs.mkdirSync(dir, { recursive: true }); // ok: a command runs once, and nothing else waits
    execSync('tsc', { cwd: dir });
  });

program.command('clean').action((dir) => fs.rmSync(dir, { recursive: true }));

await program.parseAsync();
