import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { scratchCopy } from '../lab/extension.ts';
import { AdvicePanel } from '../lab/panel.ts';
import { startSession, type EditorSession } from '../lab/session.ts';

const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern', contrast: 'Default High Contrast' };
const settings = { 'editor.occurrencesHighlight': 'off' };

// What people look at; the pictures are for those who review a change, and `npm run pictures` takes those of the
// documents from them.
describe('in light, dark and high contrast', () => {
  const sample = scratchCopy('samples');
  let session: EditorSession;

  before(async function () {
    this.timeout(180_000);
    session = await startSession({ settings });
  });
  after(async () => {
    await session.close();
    sample.remove();
  });

  for (const [name, theme] of Object.entries(themes)) {
    it(`shows warnings, the view, the hover, the quick fixes and the advice in ${theme}`, async () => {
      session.server.configure({ ...settings, 'workbench.colorTheme': theme });
      const user = await session.window(sample.folder, 'src');
      await user.openFile('routes/books.ts');
      await user.underlined('books.ts', 3);
      await user.goTo(11, 1);
      await user.command('Loopwise: Audit Workspace');
      await user.treeRow('hashPassword').first().waitFor();
      await user.fold('Advice');
      await user.treeRow('coverOf').first().locator('.monaco-tl-twistie').click();
      await user.treeRow('storage.ts').first().waitFor();
      const { page } = user;
      await user.picture(`${name}-findings`);
      await user.hover(user.squiggles('books.ts').nth(1), 'Ways out');
      await page.waitForTimeout(300);
      await user.picture(`${name}-hover`);
      await page.mouse.move(5, 5);
      await user.quickFixes(user.squiggles('books.ts').first());
      await page.waitForTimeout(300);
      await user.picture(`${name}-quick-fixes`);
      await page.keyboard.press('Escape');
      const panel = new AdvicePanel(user);
      await user.openFile('routes/members.ts');
      await user.goTo(17, 10);
      await panel.open();
      await panel.enlarge();
      await panel.says('parallelism fits');
      await panel.page
        .getByRole('button', { name: /^Preview/ })
        .first()
        .waitFor();
      assert.deepEqual(await panel.complaints(), []);
      await user.picture(`${name}-advice`);
      assert.deepEqual(await user.complaints(), []);
      await page.close();
    }).timeout(180_000);
  }
});
