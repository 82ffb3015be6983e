import { execSync } from 'node:child_process';
export default async function (job) {
  execSync(`wkhtmltopdf ${job.data.url}`); // ok: BullMQ runs this file in a process of its own
}
