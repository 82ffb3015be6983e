import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import type { AuditResult, ExportResult, FindingsResult } from '../../src/protocol/messages.ts';
import { fullCapabilities, handlerSource, helperSource, lspSuite } from '../support/lsp-suite.ts';

const files = { 'handler.ts': handlerSource, 'helper.ts': helperSource };

describe('audits of a server', function () {
  this.timeout(60_000);
  const { open, project: makeProject, start } = lspSuite();

  it('look at all folders, tell how far they are and have all that a list shows', async () => {
    const one = makeProject(files);
    const two = makeProject({ ...files, 'broken.ts': 'const = ;' });
    const client = await start({ folders: [one, two], capabilities: fullCapabilities });
    const progress: { kind: string; message?: string }[] = [];
    client.connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
      progress.push(value);
    });
    const result = await client.connection.sendRequest<AuditResult>('loopwise/audit', { workDoneToken: 'audit-1' });
    assert.deepEqual(
      result.folders.map(({ uri, analysedFiles, skipped }) => [uri, analysedFiles, skipped.length]),
      [
        [one.uri(), 2, 0],
        [two.uri(), 2, 1],
      ],
    );
    assert.equal(result.findings.length, 2);
    const [finding] = result.findings;
    assert.equal(finding?.uri, one.uri('handler.ts'));
    assert.equal(finding.verdict, 'concurrency');
    assert.equal(finding.entry.name, 'handle');
    assert.deepEqual(
      finding.steps.map(({ uri, call, range }) => [uri, call, range.start.line]),
      [
        [one.uri('handler.ts'), 'readConfig', 3],
        [one.uri('helper.ts'), 'readFileSync', 3],
      ],
    );
    assert.equal(progress[0]?.kind, 'begin');
    await client.until(() => progress.at(-1)?.kind === 'end');
    const known = await client.connection.sendRequest<FindingsResult>('loopwise/findings', {});
    assert.equal(known.complete, true);
    assert.deepEqual(known.findings, result.findings);
  });

  it('see what is not saved', async () => {
    const { client, project } = await open(files);
    const helper = project.uri('helper.ts');
    await client.open(helper, helperSource);
    await client.edit(helper, "readFileSync('config.json', 'utf8')", "'{}'");
    assert.deepEqual((await client.connection.sendRequest<AuditResult>('loopwise/audit', {})).findings, []);
  });

  it('can be cancelled, and begun again', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`src/file${index}.ts`, helperSource.repeat(5)]),
    );
    const { client } = await open({ ...files, ...many });
    const source = new CancellationTokenSource();
    const running = client.connection.sendRequest<AuditResult>('loopwise/audit', {}, source.token);
    source.cancel();
    await assert.rejects(running, { code: -32800 });
    const result = await client.connection.sendRequest<AuditResult>('loopwise/audit', {});
    assert.equal(result.folders[0]?.analysedFiles, 402);
  });

  it('look at one file', async () => {
    const { client, project } = await open({ ...files, 'test/a.test.ts': handlerSource });
    const audit = (file: string): Promise<AuditResult> =>
      client.connection.sendRequest('loopwise/auditFile', { uri: project.uri(file) });
    await client.connection.sendRequest('loopwise/audit', {});
    assert.equal((await audit('handler.ts')).findings.length, 1);
    assert.deepEqual((await audit('helper.ts')).findings, []);
    assert.match((await audit('test/a.test.ts')).folders[0]?.skipped[0]?.reason ?? 'none', /^It belongs to the tests/);
  });

  it('are exported in every format', async () => {
    const { client } = await open(files);
    const exported = (format: string): Promise<ExportResult> =>
      client.connection.sendRequest('loopwise/exportReport', { format });
    const [html] = (await exported('html')).reports;
    assert.equal(html?.fileName, 'loopwise-report.html');
    assert.match(html.text, /^<!doctype html>[\s\S]*readConfig/i);
    const [sarif] = (await exported('sarif')).reports;
    const log = JSON.parse(sarif?.text ?? '') as { runs: { results: unknown[] }[] };
    assert.equal(log.runs[0]?.results.length, 1);
    const [json] = (await exported('json')).reports;
    assert.equal((JSON.parse(json?.text ?? '') as { findings: unknown[] }).findings.length, 1);
    const [markdown] = (await exported('markdown')).reports;
    assert.equal(markdown?.fileName, 'loopwise-report.md');
    assert.match(markdown.text, /handler\.ts/);
  });

  it('go with a status, for clients that take it', async () => {
    const { client, project } = await open(files, { initializationOptions: { status: true } });
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.until(() => client.statuses.at(-1)?.state === 'ready');
    const status = await client.until(() => client.statuses.find(({ documents }) => documents[uri]?.warning === 1));
    assert.deepEqual(status.documents[uri], { error: 0, warning: 1, information: 0, hint: 0 });
    const leftOut = project.uri('test/left-out.test.ts');
    await client.open(leftOut, handlerSource);
    await client.until(() => client.statuses.some(({ documents }) => documents[leftOut] === null));
  });

  it('fill the list of problems for files that are not open, where users want that', async () => {
    const settings = { value: { diagnostics: { scope: 'workspace' } } };
    const { client, project } = await open(files, { settings, capabilities: fullCapabilities });
    const ask = (previousResultIds: { uri: string; value: string }[]) =>
      client.connection.sendRequest<{ items: { uri: string; resultId: string; items: unknown[] }[] }>(
        'workspace/diagnostic',
        { previousResultIds },
      );
    const { items } = await ask([]);
    assert.deepEqual(
      items.map(({ uri, items: found }) => [uri, found.length]),
      [[project.uri('handler.ts'), 1]],
    );
    // Without news the answer is held back.
    const next = ask(items.map(({ uri, resultId }) => ({ uri, value: resultId })));
    const helper = project.uri('helper.ts');
    await client.open(helper, helperSource);
    await client.edit(helper, "readFileSync('config.json', 'utf8')", "'{}'");
    assert.deepEqual(
      (await next).items.map(({ uri, items: found }) => [uri, found.length]),
      [[project.uri('handler.ts'), 0]],
    );
  });
});
