import { Worker } from 'bullmq';
import { resize } from './tasks/resize';
import { store } from './tasks/store';

export const images = new Worker('images', resize);
export const disk = new Worker('disk', async (job) => store(job.data)); // expect: blocking-io node:fs.writeFileSync
export const sandboxed = new Worker('pdf', new URL('./tasks/pdf.js', import.meta.url));
