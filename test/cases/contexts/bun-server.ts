import { $ } from 'bun';

Bun.serve({
  async fetch(request) {
    const { stdout } = Bun.spawnSync(['git', 'log']); // expect: blocking-io global.Bun.spawnSync
    await $`echo fine`;
    return new Response(stdout);
  },
});
