import { writeFileSync } from 'node:fs';

// What comes in while it runs has to wait, in a tool as well.
export default async function watch() {
  setInterval(() => writeFileSync('alive', String(Date.now())), 1000); // expect: blocking-io@warning
}
