import { execSync } from 'node:child_process';
// False alarm: BullMQ runs this file in a process of its own.
export default async function (job) {
  execSync(`wkhtmltopdf ${job.data.url}`); // expect: blocking-io
}
