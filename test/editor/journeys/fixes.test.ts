import assert from 'node:assert/strict';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { scratchCopy } from '../lab/extension.ts';
import { startSession, type EditorSession } from '../lab/session.ts';
import type { Workbench } from '../lab/workbench.ts';

// With the keyboard alone, on the packed extension: a fix that spans files is one step for whoever takes it back.
describe('fixes by keyboard', () => {
  const sample = scratchCopy('samples');
  const files = ['src/routes/books.ts', 'src/services/covers.ts', 'src/lib/storage.ts'];
  let session: EditorSession;
  let user: Workbench;

  const onDisk = (file: string): string => readFileSync(join(sample.folder, file), 'utf8');

  before(async function () {
    this.timeout(180_000);
    copyFileSync('test/fixes/offload/function/main.mjs', join(sample.folder, 'src/last.mjs'));
    session = await startSession();
    user = await session.window(sample.folder, 'src');
    await user.openFile('routes/books.ts');
    await user.underlined('books.ts', 3);
  });
  after(async () => {
    await session.close();
    sample.remove();
  });

  it('await through three files, and one undo restores them all', async () => {
    const originals = files.map(onDisk);
    await user.goTo(25, 33);
    await user.applyFix('Make loadCover and what calls it async');
    await user.line('books.ts', 'await coverOf');
    await user.underlined('books.ts', 2);
    await user.saveAll(() => files.every((file, index) => onDisk(file) !== originals[index]));
    assert.match(onDisk('src/lib/storage.ts'), /export async function loadCover/);
    assert.match(onDisk('src/services/covers.ts'), /await loadCover/);
    await user.page.keyboard.press('Control+z');
    await user.underlined('books.ts', 3);
    for (const name of ['storage.ts', 'covers.ts']) {
      await user.page.waitForSelector(`.tab.dirty[data-resource-name="${name}"]`);
    }
    assert.ok(!(await user.editor('books.ts').textContent())?.includes('await coverOf'));
    await user.saveAll(() => files.every((file, index) => onDisk(file) === originals[index]));
    assert.deepEqual(await user.complaints(), []);
  }).timeout(120_000);

  it('move a computation to a worker thread, and one undo takes its files away again', async () => {
    const original = onDisk('src/last.mjs');
    const added = ['src/worker-pool.mjs', 'src/last-of.worker.mjs'].map((file) => join(sample.folder, file));
    await user.openFile('src/last.mjs');
    await user.squiggles('last.mjs').first().waitFor();
    const place = original.split('\n').findIndex((line) => line.includes('lastOf(60'));
    await user.goTo(place + 1, original.split('\n')[place]!.indexOf('lastOf') + 2);
    await user.applyFix(/thread|worker/);
    await user.line('last.mjs', 'OnThread');
    await user.saveAll(() => added.every((path) => existsSync(path)) && onDisk('src/last.mjs') !== original);
    await user.page.keyboard.press('Control+z');
    await user.line('last.mjs', 'const MODULUS');
    await user.saveAll(() => !added.some((path) => existsSync(path)) && onDisk('src/last.mjs') === original);
    assert.deepEqual(await user.complaints(), []);
  }).timeout(120_000);
});
