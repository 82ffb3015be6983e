import { after, before, describe, it } from 'mocha';
import { scratchCopy } from '../lab/extension.ts';
import { startSession, type EditorSession } from '../lab/session.ts';
import type { Workbench } from '../lab/workbench.ts';

const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern', contrast: 'Default High Contrast' };

// What people look at; the pictures are for those who review a change.
for (const [name, theme] of Object.entries(themes)) {
  describe(`in the theme ${theme}`, () => {
    const sample = scratchCopy('samples');
    let session: EditorSession;
    let user: Workbench;

    before(async function () {
      this.timeout(180_000);
      session = await startSession({
        settings: { 'workbench.colorTheme': theme, 'editor.occurrencesHighlight': 'off' },
      });
      user = await session.window(sample.folder, 'src');
    });
    after(async () => {
      await session.close();
      sample.remove();
    });

    it('shows warnings, the view, the hover and the quick fixes', async () => {
      const { page } = user;
      await user.openFile('routes/books.ts');
      await user.underlined('books.ts', 3);
      await user.command('Loopwise: Audit Workspace');
      await user.treeRow('coverOf').first().locator('.monaco-tl-twistie').click();
      await user.treeRow('storage.ts').first().waitFor();
      await user.picture(`${name}-findings`);
      await user.hover(user.squiggles('books.ts').nth(1), 'Ways out');
      await page.waitForTimeout(300);
      await user.picture(`${name}-hover`);
      await page.mouse.move(5, 5);
      await user.quickFixes(user.squiggles('books.ts').nth(1));
      await page.waitForTimeout(300);
      await user.picture(`${name}-quick-fixes`);
    }).timeout(180_000);
  });
}
