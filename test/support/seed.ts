/**
 * Random cases come from one seed, so that a change passes or fails for what it changes.
 * `LOOPWISE_SEED=random` looks for new ones, best with `LOOPWISE_RUNS`; a number repeats what such a run printed.
 */
import fc from 'fast-check';

const seed = process.env['LOOPWISE_SEED'] ?? '20261';
if (seed !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) });
