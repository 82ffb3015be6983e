import { readFileSync } from 'node:fs';

export default {
  port: 3000,
  async fetch(request: Request): Promise<Response> {
    return new Response(readFileSync(new URL(request.url).pathname)); // expect: blocking-io node:fs.readFileSync
  },
};
