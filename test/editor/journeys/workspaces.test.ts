import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { startSession, type EditorSession } from '../lab/session.ts';
import type { Workbench } from '../lab/workbench.ts';

/** Enough that an audit takes a while on any machine. */
const manyFiles = 4000;

const handler = (name: string): string => `import { readFileSync } from 'node:fs';
export async function ${name}() {
  return readFileSync('${name}.txt', 'utf8');
}
`;

const legacyHandler = `import { loadAll } from 'legacy-store';
export async function list() {
  return loadAll();
}
`;

/** Catalog entries of a workspace decide what is said of it. */
const legacyCatalog = {
  module: 'legacy-store',
  language: 'javascript',
  apis: [
    {
      name: 'loadAll',
      rule: 'blocking-io',
      work: 'file',
      does: 'reads all files of the store',
      cost: 'large',
      replace: { strategy: 'advice', say: 'Read them one by one.' },
      example: "import { loadAll } from 'legacy-store';\nexport async function list() { loadAll(); }",
    },
  ],
};

describe('a workspace of two folders', () => {
  const root = mkdtempSync(join(tmpdir(), 'loopwise-roots-'));
  let session: EditorSession;
  let user: Workbench;

  before(async function () {
    this.timeout(180_000);
    for (const folder of ['shop', 'billing']) {
      mkdirSync(join(root, folder));
      writeFileSync(join(root, folder, 'package.json'), JSON.stringify({ name: folder, type: 'module' }));
      writeFileSync(join(root, folder, `${folder}.js`), handler(folder));
    }
    for (let index = 0; index < manyFiles; index += 1) {
      const functions = Array.from({ length: 20 }, (_, at) => `export const f${at} = (x) => x.map((y) => y + ${at});`);
      writeFileSync(join(root, 'billing', `part-${index}.js`), functions.join('\n'));
    }
    const folders = [{ path: 'shop' }, { path: 'billing' }];
    writeFileSync(join(root, 'both.code-workspace'), JSON.stringify({ folders }));
    session = await startSession();
    user = await session.window(join(root, 'both.code-workspace'), 'shop');
  });
  after(async () => {
    await session.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('stops an audit when the user cancels it', async () => {
    const { page } = user;
    await user.command('Loopwise: Audit Workspace');
    const toast = user.notification('Auditing the workspace');
    await toast.waitFor();
    await toast.locator('a.monaco-button', { hasText: 'Cancel' }).click();
    await toast.waitFor({ state: 'hidden' });
    assert.equal(await page.locator('.notification-toast .codicon-error').count(), 0);
    // A whole audit would have brought its own view to the front.
    assert.match((await page.locator('.sidebar .title-label').first().innerText()).trim(), /^explorer/i);
  }).timeout(120_000);

  it('audits both folders and shows what it found in each', async () => {
    await user.command('Loopwise: Audit Workspace');
    await user.treeRow('shop.js').first().waitFor({ timeout: 120_000 });
    await user.treeRow('billing.js').first().waitFor();
    await user.treeRow('shop.js').first().click();
    await user.page.waitForSelector('.tab.active[data-resource-name="shop.js"]');
    await user.squiggles('shop.js').first().waitFor();
  }).timeout(240_000);
});

describe('a folder that is not trusted', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loopwise-untrusted-'));
  let session: EditorSession;
  let user: Workbench;

  before(async function () {
    this.timeout(180_000);
    writeFileSync(join(folder, 'handler.js'), `${handler('handle')}${legacyHandler}`);
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify({ 'loopwise.catalog': [legacyCatalog] }));
    session = await startSession({ trusted: false });
    user = await session.window(folder, 'handler.js');
  });
  after(async () => {
    await session.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is analysed all the same, for nothing of it is run', async () => {
    await user.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await user.openFile('handler.js');
    await user.squiggles('handler.js').first().waitFor();
    await user.picture('untrusted');
  }).timeout(120_000);

  it('has a say in what blocks once it is trusted', async () => {
    const { page } = user;
    await user.underlined('handler.js', 1);
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).click();
    await page.locator('.workspace-trust-editor a.monaco-button', { hasText: 'Trust' }).first().click();
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'hidden' });
    await user.openFile('handler.js');
    await user.underlined('handler.js', 2);
  }).timeout(120_000);
});
