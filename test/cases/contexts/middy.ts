import fs from 'node:fs';
import middy from '@middy/core';

const respond = (event: { path: string }) => fs.readFileSync(event.path); // expect: blocking-io

const audit = {
  before: () => fs.appendFileSync('audit', 'begin'), // expect: blocking-io
  onError: () => fs.appendFileSync('audit', 'failed'), // expect: blocking-io
};

export const handler = middy(respond)
  .use(audit)
  .use({ after: () => fs.rmSync('scratch') }); // expect: blocking-io

export const setUp = (): Buffer => fs.readFileSync('settings'); // ok: callers decide
