import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { DocumentDiagnosticReport, FullDocumentDiagnosticReport } from 'vscode-languageserver-protocol/node';
import { type Client, underlined } from '../support/lsp-client.ts';
import { fullCapabilities, handlerSource, helperSource, lspSuite } from '../support/lsp-suite.ts';

const files = { 'handler.ts': handlerSource, 'helper.ts': helperSource };

describe('diagnostics that are pushed', function () {
  this.timeout(60_000);
  const { open } = lspSuite();

  it('stand on the name of the call, with the way to the operation', async () => {
    const { client, project } = await open(files);
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    const [diagnostic] = await client.until(() => client.diagnostics(uri));
    assert.ok(diagnostic);
    assert.equal(underlined(handlerSource, diagnostic), 'readConfig');
    assert.equal(diagnostic.code, 'blocking-io');
    assert.match(diagnostic.codeDescription?.href ?? 'none', /\/docs\/rules\/blocking-io\.md$/);
    assert.equal(diagnostic.source, 'loopwise');
    assert.equal(diagnostic.severity, 2);
    assert.equal(diagnostic.tags, undefined);
    const [step, ...more] = diagnostic.relatedInformation ?? [];
    assert.ok(step);
    assert.deepEqual(more, []);
    assert.equal(step.location.uri, project.uri('helper.ts'));
    assert.equal(underlined(helperSource, { range: step.location.range, message: '' }), 'readFileSync');
    assert.match(step.message, /`readConfig` calls `readFileSync`, which reads a whole file/);
  });

  it('come and go with unsaved edits of another file', async () => {
    const { client, project } = await open(files);
    const uri = project.uri('handler.ts');
    const helper = project.uri('helper.ts');
    await client.open(uri, handlerSource);
    await client.until(() => client.diagnostics(uri)?.length === 1);
    await client.open(helper, helperSource);
    await client.edit(helper, "readFileSync('config.json', 'utf8')", "'{}'");
    await client.until(() => client.diagnostics(uri)?.length === 0);
    await client.edit(helper, "'{}'", "readFileSync('other.json', 'utf8')");
    await client.until(() => client.diagnostics(uri)?.length === 1);
    // What is not saved is gone with the document, and what is on disk holds again.
    await client.edit(helper, "readFileSync('other.json', 'utf8')", "''");
    await client.until(() => client.diagnostics(uri)?.length === 0);
    await client.close(helper);
    await client.until(() => client.diagnostics(uri)?.length === 1);
  });

  it('go when the document is closed', async () => {
    const { client, project } = await open(files);
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.until(() => client.diagnostics(uri)?.length === 1);
    await client.close(uri);
    await client.until(() => client.diagnostics(uri)?.length === 0);
  });

  it('name the version that they are of, and are not sent again when they are the same', async () => {
    const { client, project } = await open(files);
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.until(() => client.diagnostics(uri)?.length === 1);
    // Below the finding: nothing changes. Above it: it moves.
    await client.edit(uri, 'readConfig();\n}\n', 'readConfig();\n}\n// end\n');
    const last = await client.edit(
      uri,
      "import { readConfig } from './helper';",
      "\n\nimport { readConfig } from './helper';",
    );
    const published = await client.until(() => {
      const now = client.published.get(uri);
      return now?.version === last && now;
    });
    assert.equal(published.diagnostics[0]?.range.start.line, 5);
    const sent = client.history
      .filter((params) => params.uri === uri)
      .map(({ diagnostics }) => JSON.stringify(diagnostics));
    assert.equal(new Set(sent).size, sent.length, 'the same twice');
    assert.ok(!sent.includes('[]'), 'they flickered');
  });

  it('name a suppression that suppresses nothing', async () => {
    const source = '// loopwise-ignore-next-line blocking-io -- once needed\nexport const one = 1;\n';
    const { client, project } = await open({ 'a.ts': source });
    await client.open(project.uri('a.ts'), source);
    const [diagnostic] = await client.until(() => client.diagnostics(project.uri('a.ts')));
    assert.equal(diagnostic?.code, 'unused-directive');
    assert.deepEqual(diagnostic.tags, [1]);
  });
});

describe('diagnostics that are asked for', function () {
  this.timeout(60_000);
  const { open } = lspSuite();

  const pull = (client: Client, uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> =>
    client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId });

  it('are of the newest text, and unchanged ones are not repeated', async () => {
    const { client, project } = await open(files, { capabilities: fullCapabilities });
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    const first = (await pull(client, uri)) as FullDocumentDiagnosticReport;
    assert.equal(first.items.length, 1);
    assert.deepEqual(await pull(client, uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await client.edit(uri, 'return readConfig();', '\n  return readConfig();');
    const second = (await pull(client, uri, first.resultId)) as FullDocumentDiagnosticReport;
    assert.equal(second.items[0]?.range.start.line, 4);
    await client.edit(uri, 'return readConfig();', 'return 1;');
    const third = (await pull(client, uri, second.resultId)) as FullDocumentDiagnosticReport;
    assert.deepEqual(third.items, []);
    assert.deepEqual(client.history, [], 'nothing is pushed to a client that asks');
  });

  it('are asked for again when another file changes them', async () => {
    const { client, project } = await open(files, { capabilities: fullCapabilities });
    const uri = project.uri('handler.ts');
    const helper = project.uri('helper.ts');
    await client.open(uri, handlerSource);
    await client.open(helper, helperSource);
    const first = (await pull(client, uri)) as FullDocumentDiagnosticReport;
    assert.equal(first.items.length, 1);
    const before = client.refreshes;
    await client.edit(helper, "readFileSync('config.json', 'utf8')", "'{}'");
    await client.until(() => client.refreshes > before);
    const second = (await pull(client, uri, first.resultId)) as FullDocumentDiagnosticReport;
    assert.deepEqual(second.items, []);
  });
});
