import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import { scratchCopy } from '../lab/extension.ts';
import { AdvicePanel } from '../lab/panel.ts';
import { startSession, type EditorSession } from '../lab/session.ts';
import type { Workbench } from '../lab/workbench.ts';

const python = `import asyncio
import time


async def poll(queue):
    time.sleep(5)
    return await queue.get()


asyncio.run(poll(asyncio.Queue()))
`;

describe('the panel of advice', () => {
  const sample = scratchCopy('samples');
  let session: EditorSession;
  let user: Workbench;
  let panel: AdvicePanel;

  before(async function () {
    this.timeout(180_000);
    writeFileSync(join(sample.folder, 'src/jobs.py'), python);
    copyFileSync('test/fixes/offload/function/main.mjs', join(sample.folder, 'src/last.mjs'));
    session = await startSession();
    user = await session.window(sample.folder, 'src');
    panel = new AdvicePanel(user);
    await user.openFile('routes/books.ts');
    await user.underlined('books.ts', 3);
    await panel.open();
  });
  after(async () => {
    await session.close();
    sample.remove();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await user.picture(`failed-${this.currentTest.title}`);
  });

  it('says what fits the function at the cursor, and follows the cursor', async () => {
    await user.goTo(25, 35);
    await panel.says('concurrency fits', 'callback of books.get');
    await panel.section('Evidence').getByRole('link', { name: 'storage.ts:9' }).waitFor();
    await user.goTo(20, 10);
    await panel.says('Leave it as it is');
    await user.openFile('routes/members.ts');
    await user.goTo(17, 10);
    await panel.says('parallelism fits', 'callback of members.post');
    assert.deepEqual(await user.complaints(), []);
  }).timeout(120_000);

  it('computes the figures anew when a slider moves, and finds the way back', async () => {
    const before = await panel.figure('Total time');
    await panel.slider('Tasks').press('End');
    const [now] = await panel.figure('Total time');
    assert.notEqual(now, before[0]);
    assert.match(now ?? '', / s$/);
    await panel.page.getByRole('button', { name: 'Back to the estimates' }).click();
    assert.deepEqual(await panel.figure('Total time'), before);
    await panel.page.getByText('Concurrency', { exact: true }).click();
    const [, unchanged] = await panel.figure('Longest stall');
    assert.match(unchanged ?? '', /no change/, 'concurrency does not help a computation');
    await panel.page.getByRole('img').waitFor();
  }).timeout(60_000);

  it('steps through the picture, and says in words what happens', async () => {
    const step = panel.page.getByRole('button', { name: 'Step', exact: true });
    await step.click();
    await panel.page.locator('.moment', { hasText: 'the event loop is busy' }).waitFor();
    await panel.page.getByRole('button', { name: 'Show all' }).click();
    await panel.page.locator('.moment p').first().waitFor({ state: 'detached' });
  }).timeout(60_000);

  it('leads to the code of its evidence, and stays with its function', async () => {
    await user.openFile('routes/books.ts');
    await user.goTo(25, 35);
    const link = panel.section('Evidence').getByRole('link', { name: 'storage.ts:9' });
    await link.click();
    await user.page.waitForSelector('.tab.active[data-resource-name="storage.ts"]');
    await user.editor('storage.ts').locator('.view-line', { hasText: 'readFileSync(join' }).waitFor();
    await user.page.waitForTimeout(1000);
    await link.waitFor();
    await user.openFile('routes/books.ts');
  }).timeout(60_000);

  it('shows what a rewrite would change before it changes anything', async () => {
    await user.goTo(25, 35);
    await panel.page
      .getByRole('button', { name: /^Preview/ })
      .first()
      .click();
    const preview = user.page.locator('.bulk-edit-panel');
    await preview.locator('.monaco-list-row', { hasText: 'storage.ts' }).first().waitFor();
    await user.picture('advice-preview');
    await preview.getByRole('button', { name: 'Apply' }).click();
    await user.editor('books.ts').locator('.view-line', { hasText: 'await coverOf' }).waitFor();
    await user.command('File: Revert File');
  }).timeout(120_000);

  it('previews and applies a rewrite that moves a computation into files of its own', async () => {
    await user.openFile('src/last.mjs');
    const source = readFileSync(join(sample.folder, 'src/last.mjs'), 'utf8').split('\n');
    await user.goTo(source.findIndex((line) => line.includes('await') || line.includes('lastOf(60')) + 1, 5);
    await panel.says('parallelism fits', 'run');
    await panel.page
      .getByRole('button', { name: /^Preview.*(?:thread|worker)/ })
      .first()
      .click();
    const preview = user.page.locator('.bulk-edit-panel');
    await preview.locator('.monaco-list-row', { hasText: 'worker-pool.mjs' }).first().waitFor();
    await user.picture('advice-preview-files');
    await preview.getByRole('button', { name: 'Apply' }).click();
    await user.editor('last.mjs').locator('.view-line', { hasText: 'OnThread' }).first().waitFor();
    await user.command('File: Save All');
    const pool = join(sample.folder, 'src/worker-pool.mjs');
    for (let waited = 0; waited < 100 && !(existsSync(pool) && statSync(pool).size > 0); waited += 1) {
      await user.page.waitForTimeout(100);
    }
    assert.match(readFileSync(pool, 'utf8'), /onThread/);
    assert.deepEqual(await user.complaints(), []);
  }).timeout(120_000);

  it('serves Python as well', async () => {
    await user.openFile('src/jobs.py');
    await user.goTo(6, 10);
    await panel.says('concurrency fits', 'poll');
    await panel.section('What fits').getByText('asyncio').first().waitFor();
    await user.picture('advice-python');
  }).timeout(120_000);

  it('stays with a function while it is pinned', async () => {
    await user.openFile('routes/members.ts');
    await user.goTo(17, 10);
    await panel.says('parallelism fits', 'callback of members.post');
    await user.command('Loopwise: Pin Advice to This Function');
    await panel.page.locator('.tag', { hasText: 'pinned' }).waitFor();
    await user.openFile('routes/books.ts');
    await user.goTo(20, 10);
    await user.page.waitForTimeout(1000);
    await panel.says('parallelism fits');
    await user.command('Loopwise: Let Advice Follow the Cursor');
    await panel.says('Leave it as it is');
  }).timeout(120_000);

  it('keeps what was set while it is hidden', async () => {
    await user.openFile('routes/members.ts');
    await user.goTo(17, 10);
    await panel.says('parallelism fits', 'callback of members.post');
    await panel.slider('Cores').press('End');
    const set = await panel.figure('Total time');
    await user.command('View: Show Explorer');
    await panel.heading().waitFor({ state: 'detached' });
    await user.command('Loopwise: Show Advice for Function');
    await panel.says('parallelism fits', 'callback of members.post');
    assert.deepEqual(await panel.figure('Total time'), set);
  }).timeout(120_000);

  it('is reached with the keyboard alone, from one end to the other', async () => {
    await panel.page.getByRole('link').first().focus();
    const reached: string[] = [];
    for (let index = 0; index < 40 && !reached.includes('Copy as text'); index += 1) {
      reached.push(await panel.focused());
      await user.page.keyboard.press('Tab');
    }
    for (const name of [
      'Now and after',
      'Step',
      'Tasks',
      'Wait',
      'Compute',
      'Cores',
      'Evidence',
      'Why?',
      'Copy as text',
    ]) {
      assert.ok(reached.includes(name), `${name} is not in ${reached.join(', ')}`);
    }
  }).timeout(60_000);

  it('says what to do while there is nothing to show, and moves only when it is asked to', async () => {
    session.server.configure({ 'workbench.reduceMotion': 'off' });
    const other = await session.window(sample.folder, 'src');
    const fresh = new AdvicePanel(other);
    await other.command('Loopwise: Show Advice for Function');
    await fresh.page.getByText('Put the cursor into a function').waitFor();
    assert.deepEqual(await fresh.complaints(), []);
    await other.picture('advice-empty');
    await other.openFile('routes/members.ts');
    await other.goTo(17, 10);
    await fresh.says('parallelism fits', 'callback of members.post');
    const curtain = fresh.page.locator('.curtain');
    assert.equal(await curtain.count(), 0);
    await fresh.page.getByRole('button', { name: 'Play' }).click();
    const edge = async (): Promise<number> => (await curtain.boundingBox())?.x ?? 0;
    const start = await edge();
    await other.page.waitForTimeout(1500);
    assert.ok((await edge()) > start + 10, 'the picture plays');
    await fresh.page.getByRole('button', { name: 'Pause' }).click();
    const paused = await edge();
    await other.page.waitForTimeout(500);
    assert.equal(await edge(), paused);
    await other.page.close();
  }).timeout(120_000);
});
