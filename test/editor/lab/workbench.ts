import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { repository } from './cache.ts';

/** How long a person would wait at most; machines that run tests are slow. */
const patience = 45_000;

/** What a user does in the window, in the user's words. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(patience);
  }

  /** Opens a window until its explorer shows a file: once in a while one stays empty, whatever it is opened on. */
  async open(url: string, file: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.page.goto(url);
        await this.page.waitForSelector(`.explorer-folders-view .monaco-list-row[aria-label*="${file}"]`);
        return;
      } catch (error) {
        if (attempt === 3) throw error;
      }
    }
  }

  /** Opens a file by its name. */
  async openFile(path: string): Promise<void> {
    const name = path.split('/').at(-1) ?? path;
    await this.#pick('Control+P', path, name, async () => {
      await this.page.waitForSelector(`.tab.active[data-resource-name="${name}"]`, { timeout: 5000 });
      // What is typed before goes elsewhere.
      await this.page.waitForSelector(`.monaco-editor.focused[data-uri$="/${name}"]`, { timeout: 20_000 });
    });
  }

  /** Runs a command from the palette. */
  async command(title: string): Promise<void> {
    await this.#pick('F1', `>${title}`, title, () => Promise.resolve());
  }

  async #pick(key: string, text: string, label: string, done: () => Promise<void>): Promise<void> {
    const { page } = this;
    for (let attempt = 1; ; attempt += 1) {
      try {
        await page.keyboard.press(key);
        const input = page.locator('.quick-input-widget input');
        await page.waitForSelector('.quick-input-widget input:focus', { timeout: 5000 });
        await input.fill(text);
        await page
          .locator(`.quick-input-list .monaco-list-row[aria-label^="${label}"]`)
          .first()
          .click({ timeout: 10_000 });
        await done();
        return;
      } catch (error) {
        if (attempt === 4) throw error;
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
      }
    }
  }

  editor(file: string): Locator {
    return this.page.locator(`.monaco-editor[data-uri$="/${file}"]`);
  }

  /** Where something is underlined in a file. */
  squiggles(file: string, kind: 'error' | 'warning' | 'info' = 'warning'): Locator {
    return this.editor(file).locator(`.squiggly-${kind}`);
  }

  /** Goes to a line, with the cursor in front of a text in it. */
  async goTo(line: number, column: number): Promise<void> {
    const { page } = this;
    await page.keyboard.press('Control+G');
    await page.waitForSelector('.quick-input-widget input:focus');
    await page.locator('.quick-input-widget input').fill(`:${line}:${column}`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
  }

  /** Waits until so many places are underlined as warnings. */
  async underlined(file: string, count: number): Promise<void> {
    const limit = Date.now() + patience;
    for (;;) {
      const now = await this.squiggles(file).count();
      if (now === count) return;
      if (Date.now() > limit) throw new Error(`${now} places of ${file} are underlined, not ${count}.`);
      await this.page.waitForTimeout(100);
    }
  }

  /** Points at something until the hover with that text is there. */
  async hover(target: Locator, text: string | RegExp): Promise<Locator> {
    const { page } = this;
    const content = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content', { hasText: text });
    for (let attempt = 1; ; attempt += 1) {
      const box = await target.boundingBox();
      if (!box) throw new Error('There is nothing to point at.');
      await page.mouse.move(box.x + box.width / 2 - 2, box.y + box.height / 2);
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      try {
        await content.first().waitFor({ timeout: 8000 });
        return content.first();
      } catch (error) {
        if (attempt === 4) throw error;
        await page.mouse.move(5, 5);
      }
    }
  }

  /** Opens the quick fixes of what is underlined. */
  async quickFixes(target: Locator): Promise<Locator> {
    const { page } = this;
    const rows = page.locator('.action-widget .monaco-list-row');
    for (let attempt = 1; ; attempt += 1) {
      await target.click({ force: true });
      await page.keyboard.press('Control+.');
      try {
        await rows.first().waitFor({ timeout: 6000 });
        return rows;
      } catch (error) {
        if (attempt === 4) throw error;
        await page.keyboard.press('Escape');
      }
    }
  }

  /** Applies a quick fix at the cursor without the mouse. */
  async applyFix(title: string | RegExp): Promise<void> {
    const { page } = this;
    const row = page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    for (let attempt = 1; ; attempt += 1) {
      await page.keyboard.press('Control+.');
      try {
        await row.waitFor({ timeout: 6000 });
        break;
      } catch (error) {
        if (attempt === 4) throw error;
        await page.keyboard.press('Escape');
      }
    }
    const isFocused = async (): Promise<boolean> => (await row.getAttribute('class'))?.includes('focused') ?? false;
    for (let step = 0; step < 20 && !(await isFocused()); step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await row.waitFor({ state: 'detached' });
  }

  /** Saves everything, and waits until the disk has it. */
  async saveAll(isSaved: () => boolean): Promise<void> {
    await this.command('File: Save All');
    const limit = Date.now() + patience;
    while (!isSaved()) {
      if (Date.now() > limit) throw new Error('The disk did not get what was saved.');
      await this.page.waitForTimeout(100);
    }
    await this.command('View: Focus Active Editor Group');
  }

  /** Waits for a line of an editor with a text in it. */
  async line(file: string, text: string): Promise<void> {
    await this.editor(file).locator('.view-line', { hasText: text }).first().waitFor();
  }

  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast', { hasText: text });
  }

  /** What the window complains about. */
  async complaints(): Promise<string[]> {
    return this.page.locator('.notification-toast:has(.codicon-error)').allTextContents();
  }

  /** Folds a view of the side bar away, so that the others have its room. */
  async fold(view: string): Promise<void> {
    const header = this.page.locator(`.sidebar .pane-header[aria-label^="${view}"]`);
    if ((await header.getAttribute('aria-expanded')) === 'true') await header.click();
  }

  treeRow(text: string | RegExp): Locator {
    return this.page.locator('.sidebar .monaco-list-row', { hasText: text });
  }

  statusBar(): Locator {
    return this.page.locator('.statusbar-item[id*="loopwise"]');
  }

  /** Keeps a picture for those who look at the run. */
  async picture(name: string, clip?: { x: number; y: number; width: number; height: number }): Promise<void> {
    const path = join(pictures, `${name}.png`);
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path, ...(clip && { clip }) });
  }
}

/** Where the pictures of the last run are. */
const pictures = join(repository, '.vscode-test/pictures');
