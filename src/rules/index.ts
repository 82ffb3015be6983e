import type { Rule } from '../engine/rule.ts';
import { awaitInLoop } from './await-in-loop.ts';
import { blockingIo } from './blocking-io.ts';
import { blockingSleep } from './blocking-sleep.ts';
import { concurrencyForCpu } from './concurrency-for-cpu.ts';
import { heavyCall } from './heavy-call.ts';
import { parallelismForIo } from './parallelism-for-io.ts';
import { sequentialAwaits } from './sequential-awaits.ts';
import { slowRegex } from './slow-regex.ts';
import { heavyLoop } from './heavy-loop.ts';

export type { Rule } from '../engine/rule.ts';

/** Every rule, in the order in which they are listed. */
export const rules: readonly Rule[] = [
  blockingIo,
  blockingSleep,
  heavyCall,
  heavyLoop,
  slowRegex,
  awaitInLoop,
  sequentialAwaits,
  concurrencyForCpu,
  parallelismForIo,
];
