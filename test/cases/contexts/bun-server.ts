import { $ } from 'bun';

Bun.serve({
  async fetch(request) {
    const { stdout } = Bun.spawnSync(['git', 'log']); // expect: blocking-io bun.spawnSync
    await $`echo fine`;
    return new Response(stdout);
  },
});
