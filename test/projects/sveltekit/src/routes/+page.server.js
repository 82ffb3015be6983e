import { readdirSync, writeFileSync } from 'node:fs';

export function load() {
  return { posts: readdirSync('posts') }; // expect: blocking-io node:fs.readdirSync
}

export const actions = {
  default: async ({ request }) => {
    writeFileSync('post', await request.text()); // expect: blocking-io node:fs.writeFileSync
  },
};
