import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { scratchCopy } from '../lab/extension.ts';
import { startSession, type EditorSession } from '../lab/session.ts';
import type { Workbench } from '../lab/workbench.ts';

describe('while a user types', () => {
  const sample = scratchCopy('samples');
  let session: EditorSession;
  let user: Workbench;

  before(async function () {
    this.timeout(180_000);
    writeFileSync(join(sample.folder, 'src/large.js'), minified(5_000_000));
    session = await startSession();
    user = await session.window(sample.folder, 'src');
    await user.openFile('services/covers.ts');
    await user.openFile('routes/books.ts');
    await user.underlined('books.ts', 3);
  });
  after(async () => {
    await session.close();
    sample.remove();
  });

  it('a finding goes and comes with an edit of the helper in another file that is not saved', async () => {
    await user.openFile('lib/storage.ts');
    await user.goTo(9, 3);
    await user.page.keyboard.type('return Buffer.alloc(0); // ');
    await user.page.waitForSelector('.tab.active.dirty[data-resource-name="storage.ts"]');
    await user.openFile('routes/books.ts');
    await user.underlined('books.ts', 2);
    await user.openFile('lib/storage.ts');
    await user.command('File: Revert File');
    await user.openFile('routes/books.ts');
    await user.underlined('books.ts', 3);
  }).timeout(180_000);

  it('broken syntax in one function leaves the findings of the others where they belong', async () => {
    const { page } = user;
    await user.openFile('routes/books.ts');
    await user.goTo(20, 3);
    await page.keyboard.type('const half = (1 + ');
    await page.waitForTimeout(3000);
    await user.underlined('books.ts', 3);
    // On a new line above, the findings move along with their calls.
    await user.goTo(14, 1);
    await page.keyboard.type('// one line more');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(2000);
    const line = await user.editor('books.ts').locator('.view-line', { hasText: 'coverOf(' }).boundingBox();
    const mark = await user.squiggles('books.ts').nth(1).boundingBox();
    assert.ok(line && mark && Math.abs(line.y - mark.y) < 4);
    await user.command('File: Revert File');
  }).timeout(120_000);

  it('a minified file of 5 MB does not hold up typing in it', async () => {
    const { page } = user;
    await user.openFile('src/large.js');
    await user.editor('large.js').locator('.view-line').first().waitFor();
    const started = Date.now();
    await page.keyboard.type('/* typed */');
    await user.editor('large.js').locator('.view-line', { hasText: 'typed' }).first().waitFor();
    const typed = Date.now() - started;
    await user.command('File: Revert File');
    // Nor does it hold up what is said of others.
    await user.openFile('routes/books.ts');
    await user.underlined('books.ts', 3);
    assert.ok(typed < 15_000, `${typed} ms`);
  }).timeout(120_000);
});

/** One line of so many characters, as a bundler would write it. */
function minified(size: number): string {
  const unit = 'function a(b,c){for(var d=0;d<b.length;d++)c=c+b[d];return c}a([1,2,3],0);';
  return unit.repeat(Math.ceil(size / unit.length));
}
