import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { scratchCopy } from '../lab/extension.ts';
import { AdvicePanel } from '../lab/panel.ts';
import { startSession, type EditorSession } from '../lab/session.ts';
import type { Workbench } from '../lab/workbench.ts';

describe('the first minutes with the sample server', () => {
  const sample = scratchCopy('samples');
  let session: EditorSession;
  let user: Workbench;

  before(async function () {
    this.timeout(180_000);
    writeFileSync(join(sample.folder, 'src/books.test.ts'), 'export async function check() {}\n');
    session = await startSession();
    user = await session.window(sample.folder, 'src');
  });
  after(async () => {
    await session.close();
    sample.remove();
  });

  it('underlines the call of a handler that reads a file two files away', async () => {
    await user.openFile('routes/books.ts');
    await user.squiggles('books.ts').nth(1).waitFor();
    const box = await user.squiggles('books.ts').nth(1).boundingBox();
    const line = user.editor('books.ts').locator('.view-line', { hasText: 'coverOf(' });
    const lineBox = await line.boundingBox();
    assert.ok(box && lineBox);
    assert.ok(Math.abs(box.y - lineBox.y) < 4, 'it is on the line of the call');
    assert.ok(box.width > 40 && box.width < 80, 'it is as long as the name');
  }).timeout(120_000);

  it('says in the hover what blocks, through which calls, and what fits', async () => {
    const hover = await user.hover(user.squiggles('books.ts').nth(1), 'Ways out');
    const text = (await hover.textContent()) ?? '';
    assert.match(text, /reads a whole file/);
    assert.match(text, /concurrency/i);
    await user.picture('hover');
  }).timeout(120_000);

  it('counts the findings of the file in the status bar', async () => {
    await user
      .statusBar()
      .filter({ hasText: /^\s*\d+/ })
      .waitFor();
    const text = (await user.statusBar().textContent()) ?? '';
    assert.ok(Number(/\d+/.exec(text)?.[0]) >= 3, text);
  }).timeout(60_000);

  it('leads from the warning to the file of the helper', async () => {
    await user.command('View: Focus Problems');
    const rows = user.page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: 'coverOf' }).first().waitFor();
    await rows.filter({ hasText: 'storage.ts' }).first().dblclick();
    await user.page.waitForSelector('.tab.active[data-resource-name="storage.ts"]');
    await user.editor('storage.ts').locator('.view-line', { hasText: 'readFileSync(join' }).waitFor();
    await user.command('View: Hide Panel');
  }).timeout(120_000);

  it('suppresses it by Ctrl+., and it is gone', async () => {
    await user.openFile('routes/books.ts');
    const before = await user.squiggles('books.ts').count();
    const rows = await user.quickFixes(user.squiggles('books.ts').nth(1));
    await user.picture('quick-fixes');
    await rows.filter({ hasText: 'on this line' }).first().click();
    await user.editor('books.ts').locator('.view-line', { hasText: 'loopwise-ignore' }).waitFor();
    await user.underlined('books.ts', before - 1);
    await user.command('File: Revert File');
    await user.underlined('books.ts', before);
  }).timeout(120_000);

  it('ends an audit in the view, grouped, with the path of calls below a finding', async () => {
    await user.command('Loopwise: Audit Workspace');
    await user.fold('Advice');
    await user.treeRow('concurrency fits').waitFor();
    await user.treeRow('parallelism fits').waitFor();
    await user.treeRow('coverOf').first().locator('.monaco-tl-twistie').click();
    await user.treeRow('storage.ts').first().waitFor();
    await user.picture('findings');
    await user.treeRow('storage.ts').first().click();
    await user.page.waitForSelector('.tab.active[data-resource-name="storage.ts"]');
    await user.command('Loopwise: Group Findings by Rule');
    await user.treeRow('blocking-sleep').first().waitFor();
    await user.command('Loopwise: Group Findings by File');
    await user.treeRow('members.ts').first().waitFor();
    await user.command('Loopwise: Group Findings by Verdict');
    assert.deepEqual(await user.complaints(), []);
  }).timeout(180_000);

  it('says of a file that is left out why that is, in the status bar and in the panel', async () => {
    await user.openFile('books.test.ts');
    // Until the server has spoken of the file, the item says that it is being read.
    await user.statusBar().locator('.codicon-circle-slash').click();
    await user.notification('It belongs to the tests').waitFor();
    await user.command('Notifications: Clear All Notifications');
    await user.command('Loopwise: Show Advice for Function');
    await new AdvicePanel(user).page.getByText('It belongs to the tests').waitFor();
    await user.picture('left-out');
    await user.openFile('routes/books.ts');
  }).timeout(60_000);

  it('exports the report in each format', async () => {
    const { page } = user;
    const expected = {
      HTML: ['html', /^<!doctype html>/i],
      SARIF: ['sarif', /"2\.1\.0"/],
      Markdown: ['md', /coverOf/],
      JSON: ['json', /"findings"/],
    } as const;
    for (const [format, [extension, content]] of Object.entries(expected)) {
      const file = `loopwise-report.${extension}`;
      await user.command('Loopwise: Export Audit Report');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: format }).first().click();
      await page.waitForFunction(`document.querySelector('.quick-input-widget input')?.value.endsWith('${file}')`);
      await page.keyboard.press('Enter');
      await user.notification(`The report is in ${file}`).waitFor();
      assert.match(readFileSync(join(sample.folder, file), 'utf8'), content);
      await user.command('Notifications: Clear All Notifications');
    }
  }).timeout(180_000);
});
