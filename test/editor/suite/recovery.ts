import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { afterEach, describe, it } from 'mocha';
import { closeAll, replace, show, underlined, until } from './editor.ts';

/** Processes of our server that this extension host has started. */
function serverProcesses(): number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return table
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => match?.[2] === `${process.pid}` && match[3]?.includes('dist/server.js'))
    .map((match) => Number(match?.[1]));
}

export function recovery(): void {
  describe('the server', () => {
    afterEach(closeAll);

    it('is started again when it ends by itself', async function () {
      if (process.platform === 'win32') this.skip();
      const { document } = await show('src/routes/members.ts');
      await until(
        () => underlined(document),
        (list) => list.length > 1,
      );
      const [first, ...others] = serverProcesses();
      assert.ok(first !== undefined && others.length === 0);
      process.kill(first, 'SIGKILL');
      const [second] = await until(serverProcesses, (ids) => ids.length === 1 && ids[0] !== first);
      assert.ok(second);
      await replace(document, 'slowDown(request.params.name);', 'void request.params.name;');
      await until(
        () => underlined(document),
        (list) => list.length > 0 && !list.some((text) => text.endsWith('slowDown')),
      );
    });
  });
}
