import fs from 'node:fs';

export async function same(file: string) {
  fs.statSync(file); /* loopwise-ignore-line blocking-io -- on a RAM disk */ // expect: blocking-io@suppressed
  /* loopwise-ignore-line -- nothing here */ // expect: unused-directive
  return fs.statSync(file); // expect: blocking-io
}
