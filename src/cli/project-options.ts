import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';

/** Options that say what is analysed and how; all commands that analyse share them. */
export interface ProjectOptions {
  readonly config?: string;
  readonly includeTests?: boolean;
  readonly includeTooling?: boolean;
  readonly engine?: 'oxc' | 'typescript';
  readonly threads?: number;
  readonly cache: boolean;
  readonly cacheDir?: string;
}

export function addProjectOptions(command: Command): Command {
  return command
    .option('--config <file>', 'the config file (default: the nearest loopwise.config.json)')
    .option('--include-tests', 'analyse tests as well')
    .option('--include-tooling', 'analyse build scripts and tool configuration as well')
    .addOption(
      new Option('--engine <parser>', 'the parser (default: oxc where it is installed)').choices(['oxc', 'typescript']),
    )
    .addOption(new Option('--threads <n>', 'worker threads; 0 is none (default: as many as pay)').argParser(parseCount))
    .option('--no-cache', 'neither read nor write the cache')
    .option('--cache-dir <folder>', 'where the cache is (default: node_modules/.cache/loopwise)');
}

/** A whole number, zero or more. */
export function parseCount(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
