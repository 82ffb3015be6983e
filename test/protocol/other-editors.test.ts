import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ClientCapabilities, CodeAction, Hover } from 'vscode-languageserver-protocol/node';
import { placeOf, underlined } from '../support/lsp-client.ts';
import { handlerSource, helperSource, lspSuite } from '../support/lsp-suite.ts';

// What these editors say that they can do, as far as the server could care: taken from their `initialize` requests.
const actions = {
  dataSupport: true,
  disabledSupport: true,
  isPreferredSupport: true,
  resolveSupport: { properties: ['edit', 'command'] },
  codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source'] } },
};
const helix: ClientCapabilities = {
  general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
  textDocument: {
    codeAction: actions,
    diagnostic: { dynamicRegistration: false, relatedDocumentSupport: true },
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: { tagSupport: { valueSet: [1, 2] }, versionSupport: true },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
  workspace: {
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
};
const neovim: ClientCapabilities = {
  general: { positionEncodings: ['utf-8', 'utf-16', 'utf-32'] },
  textDocument: {
    codeAction: actions,
    diagnostic: { dynamicRegistration: true, relatedInformation: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
  },
  workspace: {
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: false },
    didChangeConfiguration: { dynamicRegistration: false },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
};
/** As little as a client may be able to do. */
const least: ClientCapabilities = {
  general: { positionEncodings: ['utf-8'] },
  textDocument: { publishDiagnostics: {}, hover: {}, codeAction: {} },
};

const files = { 'handler.ts': handlerSource, 'helper.ts': helperSource };

describe('editors other than VS Code', function () {
  this.timeout(60_000);
  const { open } = lspSuite();

  for (const [name, capabilities] of Object.entries({ helix, least })) {
    it(`are told diagnostics, hovers and actions: ${name}`, async () => {
      const { client, project } = await open(files, { capabilities, isSingleFolder: name === 'least' });
      const uri = project.uri('handler.ts');
      await client.open(uri, handlerSource);
      const [diagnostic] = await client.until(() => client.diagnostics(uri));
      assert.ok(diagnostic);
      const at = { textDocument: { uri }, position: diagnostic.range.start };
      const hover: Hover = await client.connection.sendRequest('textDocument/hover', at);
      const contents = hover.contents as { kind: string; value: string };
      assert.equal(contents.kind, name === 'helix' ? 'markdown' : 'plaintext');
      assert.match(contents.value, /reads a whole file[^]*helper\.ts:4/);
      assert.doesNotMatch(contents.value, /command:/);
      // An index may not be complete yet, and then there is no rewrite.
      await client.settle();
      const found: CodeAction[] = await client.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      });
      const [rewrite] = found;
      assert.match(rewrite?.title ?? 'none', /await readFile instead of readFileSync/);
      const { edit }: CodeAction =
        name === 'helix' ? await client.connection.sendRequest('codeAction/resolve', rewrite) : rewrite!;
      const changed = edit?.documentChanges?.length ?? Object.keys(edit?.changes ?? {}).length;
      assert.equal(changed, 2);
      assert.equal(edit?.changes === undefined, name === 'helix');
    });
  }

  it('may ask for diagnostics and be sent some', async () => {
    const { client, project } = await open(files, { capabilities: neovim });
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    const report = await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    assert.equal((report as { items: unknown[] }).items.length, 1);
    assert.equal(client.published.get(uri), undefined, 'told twice');
  });

  it('are asked for nothing that they cannot do', async () => {
    const { client, project } = await open(files, { capabilities: least, isSingleFolder: true });
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.until(() => client.diagnostics(uri)?.length === 1);
    await client.settle();
    assert.deepEqual(client.asked, []);
    assert.equal(client.refreshes, 0);
    assert.equal(client.result.capabilities.diagnosticProvider, undefined);
  });

  it('count characters as the protocol has it, whatever else they offer', async () => {
    const source =
      "import { readFileSync } from 'node:fs';\nexport async function f() { '😀ß'; return readFileSync('a'); }\n";
    const { client, project } = await open({ 'a.ts': source }, { capabilities: least });
    const uri = project.uri('a.ts');
    await client.open(uri, source);
    const [diagnostic] = await client.until(() => client.diagnostics(uri));
    assert.ok(['utf-16', undefined].includes(client.result.capabilities.positionEncoding));
    assert.equal(underlined(source, diagnostic!), 'readFileSync');
    assert.deepEqual(diagnostic!.range.start, placeOf(source, "readFileSync('a')"));
  });

  it('need not watch files: a new one is found when it is saved or opened', async () => {
    const { client, project } = await open(files, { capabilities: neovim });
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.settle();
    const added = project.uri('added.ts');
    const items = async (of: string): Promise<number> => {
      const report = await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: of } });
      return (report as { items: unknown[] }).items.length;
    };
    await client.open(added, handlerSource);
    assert.equal(await items(added), 0, 'it is not on disk');
    project.write('added.ts', handlerSource);
    await client.save(added);
    assert.equal(await items(added), 1);
    project.write('other.ts', handlerSource);
    await client.open(project.uri('other.ts'), handlerSource);
    assert.equal(await items(project.uri('other.ts')), 1);
  });
});
