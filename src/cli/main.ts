#!/usr/bin/env node
import { CommanderError } from 'commander';
import { describeError } from './errors.ts';
import { endWithReader, say } from './output.ts';
import { createProgram } from './program.ts';

endWithReader();
try {
  await createProgram((code) => (process.exitCode = code)).parseAsync();
} catch (error) {
  // Commander has said what is wrong, or has printed what was asked for.
  if (!(error instanceof CommanderError)) say(describeError(error));
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
}
