import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { closeAll, ours, replace, show, underlined, until } from './editor.ts';

const books = 'src/routes/books.ts';
const hasCover = (list: string[]): boolean => list.some((text) => text.endsWith(': coverOf'));

export function diagnostics(): void {
  describe('diagnostics', () => {
    afterEach(closeAll);

    it('stand on the name of the call, with the rule and a link to its page', async () => {
      const { document } = await show(books);
      const list = await until(() => underlined(document), hasCover);
      assert.deepEqual(list.slice(0, 2), ['15: readFileSync', '25: coverOf']);
      const [first] = ours(document).sort((a, b) => a.range.start.line - b.range.start.line);
      assert.ok(first && typeof first.code === 'object');
      assert.equal(first.code.value, 'blocking-io');
      assert.match(first.code.target.toString(), /docs\/rules\/blocking-io\.md$/);
      assert.equal(first.severity, vscode.DiagnosticSeverity.Warning);
    });

    it('lead through the calls to what blocks', async () => {
      const { document } = await show(books);
      await until(() => underlined(document), hasCover);
      const cover = ours(document).find(({ range }) => document.getText(range) === 'coverOf');
      const places = cover?.relatedInformation?.map(({ location: { uri } }) => uri.path.split('/').at(-1));
      assert.deepEqual(places?.slice(-2), ['covers.ts', 'storage.ts']);
      const { uri, range } = cover!.relatedInformation!.at(-1)!.location;
      assert.equal((await vscode.workspace.openTextDocument(uri)).getText(range), 'readFileSync');
    });

    it('follow an edit in another file that is not saved', async () => {
      const { document } = await show(books);
      await until(() => underlined(document), hasCover);
      const { document: storage } = await show('src/lib/storage.ts');
      await replace(storage, 'return readFileSync(', 'return Buffer.from(');
      await until(
        () => underlined(document),
        (list) => !hasCover(list),
      );
      assert.ok(storage.isDirty);
      await replace(storage, 'return Buffer.from(', 'return readFileSync(');
      await until(() => underlined(document), hasCover);
    });

    it('stay for the other functions while the syntax of one is broken', async () => {
      const { document } = await show(books);
      const before = await until(() => underlined(document), hasCover);
      await replace(document, 'response.json(journal.flushSync());', 'response.json(journal.');
      await new Promise((resolve) => setTimeout(resolve, 3000));
      const during = underlined(document);
      assert.deepEqual(
        during.filter((text) => Number.parseInt(text) < 40),
        before.filter((text) => Number.parseInt(text) < 40),
      );
      // What is underlined is what is there: no range of an older text.
      for (const text of during) assert.match(text, /: \w+$/);
    });

    it('obey the settings', async () => {
      const { document } = await show(books);
      await until(() => underlined(document), hasCover);
      const settings = vscode.workspace.getConfiguration('loopwise');
      await settings.update('rules.blocking-io', 'off', vscode.ConfigurationTarget.Workspace);
      await until(
        () => underlined(document),
        (list) => !hasCover(list),
      );
      await settings.update('rules.blocking-io', undefined, vscode.ConfigurationTarget.Workspace);
      await until(() => underlined(document), hasCover);
    });
  });
}
