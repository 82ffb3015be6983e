import axe from 'axe-core';
import type { Frame, FrameLocator, Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** The panel of advice as a user sees it. */
export class AdvicePanel {
  readonly #user: Workbench;
  readonly page: FrameLocator;

  constructor(user: Workbench) {
    this.#user = user;
    this.page = user.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Opens it from the palette, and gives the focus back to the editor. */
  async open(): Promise<void> {
    await this.#user.command('Loopwise: Show Advice for Function');
    await this.page.locator('h1').first().waitFor();
    await this.#user.command('View: Focus Active Editor Group');
  }

  /** Makes room for it: folds the findings, and widens the side bar. */
  async enlarge(): Promise<void> {
    const { page } = this.#user;
    await this.#user.fold('Findings');
    const box = await page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('There is no side bar.');
    await page.mouse.move(box.x + box.width, 500);
    await page.mouse.down();
    await page.mouse.move(box.x + 440, 500, { steps: 5 });
    await page.mouse.up();
    await page.mouse.move(5, 5);
  }

  /** Waits for a verdict on a function, or on whatever is shown. */
  async says(verdict: string, name = ''): Promise<void> {
    const shown = this.page.locator('main', { has: this.page.locator('.announcement', { hasText: `${name}: ` }) });
    await shown.locator('.verdict h1', { hasText: verdict }).waitFor();
  }

  heading(): Locator {
    return this.page.locator('.verdict h1');
  }

  section(title: string): Locator {
    return this.page.locator('details', { has: this.page.locator('summary', { hasText: title }) });
  }

  /** A row of the table of figures: what is now, and what is after. */
  async figure(label: string): Promise<readonly string[]> {
    const row = this.page.locator('.figures tbody tr', { hasText: label });
    return row.locator('td').allTextContents();
  }

  slider(label: string): Locator {
    return this.page.getByRole('slider', { name: label });
  }

  /** What the element that has the focus is called. */
  async focused(): Promise<string> {
    const frame = await this.#frame();
    return frame.evaluate(`(() => {
      const { activeElement: element } = document;
      const label = element.getAttribute('aria-label') ?? element.closest('label')?.firstChild?.textContent;
      return (label ?? element.textContent).trim();
    })()`);
  }

  /** What axe says against the page. */
  async complaints(): Promise<readonly string[]> {
    const frame = await this.#frame();
    await frame.evaluate(axe.source);
    return frame.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => [id, html, failureSummary].join(' '))))`);
  }

  async #frame(): Promise<Frame> {
    for (const frame of this.#user.page.frames()) {
      if ((await frame.locator('#panel main').count()) > 0) return frame;
    }
    throw new Error('The panel is not shown.');
  }
}
