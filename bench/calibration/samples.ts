import { longSamples } from './long.ts';
import { shortSamples } from './short.ts';

export const samples = [...longSamples, ...shortSamples];
