import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, CompletionItem, TextEdit } from 'vscode-languageserver-protocol/node';
import { placeOf } from '../support/lsp-client.ts';
import { fullCapabilities, lspSuite } from '../support/lsp-suite.ts';

const handler = `import helper


async def run():
    helper.load()
`;
const helper = `def load():
    return open("x").read()
`;

describe('Python in the server', function () {
  this.timeout(60_000);
  const { open } = lspSuite();
  const capabilities = { ...fullCapabilities, workspace: { workspaceEdit: { documentChanges: true } } };

  it('has findings while a file is edited, and none while its syntax is broken', async () => {
    const { client, project } = await open({ 'handler.py': handler, 'helper.py': helper }, { capabilities });
    const uri = project.uri('handler.py');
    await client.open(uri, handler, 'python');
    await client.until(() => client.diagnostics(uri)?.length === 1);
    const [found] = client.diagnostics(uri) ?? [];
    assert.equal(found?.code, 'blocking-io');
    assert.equal(found.range.start.line, 4);
    await client.replace(uri, handler.replace('    helper.load()', '    pass'));
    await client.until(() => client.diagnostics(uri)?.length === 0);
    await client.replace(uri, `${handler}    helper.load()\n`);
    await client.until(() => client.diagnostics(uri)?.length === 2);
  });

  /** Runs an action on the finding of a source and returns the text that it makes. */
  async function run(source: string, title: RegExp): Promise<string> {
    const { client, project } = await open({ 'a.py': source }, { capabilities });
    const uri = project.uri('a.py');
    await client.open(uri, source, 'python');
    await client.until(() => (client.diagnostics(uri) ?? []).length > 0);
    const at = placeOf(source, 'open(');
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: client.diagnostics(uri) ?? [] },
    });
    const action = actions.find((one) => title.test(one.title));
    assert.ok(action, actions.map((one) => one.title).join(', '));
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', action);
    const [change] = edit?.documentChanges ?? [];
    const edits = change && 'edits' in change ? (change.edits as TextEdit[]) : [];
    const after = TextDocument.applyEdits(TextDocument.create(uri, 'python', 1, source), edits);
    await client.replace(uri, after);
    await client.until(() => client.diagnostics(uri)?.length === 0);
    return after;
  }

  const source = '# coding: utf-8\nasync def run():\n    """Runs."""\n    return open("x")\n';

  it('suppresses findings in comments of its own form', async () => {
    assert.equal(
      await run(source, /on this line/),
      source.replace('    return', '    # loopwise: ignore-next-line[blocking-io] say why\n    return'),
    );
    assert.equal(
      await run(source, /in this file/),
      source.replace('async', '# loopwise: ignore-file[blocking-io] say why\nasync'),
    );
    assert.equal(
      await run(
        'async def run():\n    # loopwise: ignore-next-line[heavy-call] known\n    return open("x")\n',
        /this line/,
      ),
      'async def run():\n    # loopwise: ignore-next-line[heavy-call, blocking-io] known\n    return open("x")\n',
    );
  });

  it('declares functions in their docstrings', async () => {
    assert.equal(await run(source, /nonblocking/), source.replace('Runs.', 'Runs. @nonblocking'));
    const bare = 'async def run(\n    path,\n):\n    # first\n    return open(path)\n';
    assert.equal(await run(bare, /nonblocking/), bare.replace('    return', '    """@nonblocking"""\n    return'));
  });

  it('completes suppressions', async () => {
    const text = '# loop\nx = 1  # loopwise: ignore[blo]\n';
    const { client, project } = await open({ 'a.py': text }, { capabilities });
    const uri = project.uri('a.py');
    await client.open(uri, text, 'python');
    const complete = async (line: number, character: number): Promise<string[]> => {
      const at = { textDocument: { uri }, position: { line, character } };
      const items = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', at);
      return items.map(({ label }) => label);
    };
    assert.deepEqual(await complete(0, 6), ['loopwise: ignore', 'loopwise: ignore-next-line', 'loopwise: ignore-file']);
    assert.ok((await complete(1, 29)).includes('blocking-io'));
  });
});
