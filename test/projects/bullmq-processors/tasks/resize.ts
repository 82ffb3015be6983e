import { readFileSync } from 'node:fs';
import type { Job } from 'bullmq';

export async function resize(job: Job) {
  return readFileSync(job.data.file); // expect: blocking-io@warning node:fs.readFileSync
}
