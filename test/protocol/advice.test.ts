import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  adviceMethods,
  type AdviceView,
  type AdviseResult,
  type RewriteEdit,
  type RewritesResult,
} from '../../src/protocol/advice.ts';
import { isToPanel } from '../../src/protocol/panel.ts';
import { placeOf, type Client } from '../support/lsp-client.ts';
import { fullCapabilities, handlerSource, helperSource, lspSuite } from '../support/lsp-suite.ts';

async function ask(client: Client, uri: string, mark: string): Promise<AdviseResult> {
  return client.connection.sendRequest(adviceMethods.advise, { uri, position: placeOf(client.text(uri), mark) });
}

async function advise(client: Client, uri: string, mark: string): Promise<AdviceView> {
  const result = await ask(client, uri, mark);
  assert.ok('advice' in result, JSON.stringify(result));
  return result.advice;
}

async function rewritesOf(client: Client, { uri, techniques }: AdviceView) {
  const findings = techniques.flatMap((technique) => technique.findings);
  const { rewrites } = await client.connection.sendRequest<RewritesResult>(adviceMethods.rewrites, { uri, findings });
  return { findings, rewrites };
}

describe('advice for a panel', function () {
  this.timeout(60_000);
  const { open } = lspSuite();
  const files = { 'handler.ts': handlerSource, 'helper.ts': helperSource };

  it('says what fits the function at the cursor, with places to go to, in messages that the panel takes', async () => {
    const { client, project } = await open(files, { capabilities: fullCapabilities });
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.settle();
    const advice = await advise(client, uri, 'readConfig();');
    assert.equal(advice.name, 'handle');
    assert.equal(advice.verdict, 'concurrency');
    assert.ok(isToPanel({ type: 'advice', advice, isPinned: false }));
    const steps = advice.evidence.flatMap((item) => item.steps);
    assert.ok(steps.some((step) => step.uri === project.uri('helper.ts') && step.range.start.line === 3));
    assert.match(advice.markdown, /handle/);
  });

  it('also serves functions in which nothing is wrong', async () => {
    const source = 'export async function fine(a: number) {\n  return a + 1;\n}\n';
    const { client, project } = await open({ 'fine.ts': source });
    const uri = project.uri('fine.ts');
    await client.open(uri, source);
    await client.settle();
    const advice = await advise(client, uri, 'a + 1');
    assert.equal(advice.verdict, 'neither');
    assert.equal(advice.after, undefined);
  });

  it('speaks of places as they are now, before and after an edit is taken in', async () => {
    const { client, project } = await open(files, {
      capabilities: fullCapabilities,
      initializationOptions: { delay: 1000 },
    });
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    const before = await advise(client, uri, 'readConfig();');
    await client.edit(uri, 'import {', '// one line\n// and another\nimport {');
    const after = await advise(client, uri, 'readConfig();');
    assert.equal(after.name, 'handle');
    assert.equal(after.range.start.line, before.range.start.line + 2);
  });

  it('offers the rewrites of the code actions, and gives their edits while they hold', async () => {
    const { client, project } = await open(files, { capabilities: fullCapabilities });
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.settle();
    const { findings, rewrites } = await rewritesOf(client, await advise(client, uri, 'readConfig();'));
    const [rewrite] = rewrites.filter(({ disabled }) => disabled === undefined);
    assert.ok(rewrite, JSON.stringify(rewrites));
    assert.match(rewrite.cost, /^\d+ edits? in 2 files, \d functions? changed, /);
    const params = { uri, findings, id: rewrite.id };
    const edit = await client.connection.sendRequest<RewriteEdit | null>(adviceMethods.rewriteEdit, params);
    assert.deepEqual(edit?.files.map((file) => file.uri).sort(), [uri, project.uri('helper.ts')]);
    assert.ok(edit.files.every(({ edits }) => edits.length > 0));
    await client.edit(uri, 'return readConfig();', 'return 1;');
    await client.settle();
    assert.equal(await client.connection.sendRequest(adviceMethods.rewriteEdit, params), null);
  });

  it('offers a helper the rewrite of the finding that leads to it from another file', async () => {
    const handler = `import { createServer } from 'node:http';
import { readConfig } from './helper';

createServer((request, response) => response.end(readConfig())).listen(80);
`;
    const { client, project } = await open({ ...files, 'handler.ts': handler }, { capabilities: fullCapabilities });
    const uri = project.uri('helper.ts');
    await client.open(uri, helperSource);
    await client.settle();
    const { rewrites } = await rewritesOf(client, await advise(client, uri, "readFileSync('"));
    assert.ok(rewrites.some(({ strategy, disabled }) => strategy === 'carry-async' && disabled === undefined));
  });

  it('says why there is none', async () => {
    const minified = 'f();'.repeat(10_000);
    const { client, project } = await open({
      ...files,
      '.gitignore': 'left-out.ts\n',
      'left-out.ts': helperSource,
      'bundle.js': minified,
    });
    const uri = project.uri('left-out.ts');
    await client.open(uri, helperSource);
    await client.settle();
    const because = 'A .gitignore names it.';
    assert.deepEqual(await ask(client, uri, 'readConfig'), { missing: 'unknown', because });
    const bundle = project.uri('bundle.js');
    await client.open(bundle, minified);
    const silent = await client.connection.sendRequest(adviceMethods.advise, {
      uri: bundle,
      position: { line: 0, character: 1 },
    });
    assert.match((silent as { because?: string }).because ?? 'none', /^It cannot be read: most of it is in lines/);
    const nowhere = { uri: 'untitled:Untitled-1', position: { line: 0, character: 0 } };
    assert.deepEqual(await client.connection.sendRequest(adviceMethods.advise, nowhere), { missing: 'unknown' });
  });

  it('is linked from hovers of clients that can show it', async () => {
    const { client, project } = await open(files, {
      capabilities: fullCapabilities,
      initializationOptions: { trustedCommands: ['loopwise.showAdvice'] },
    });
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.settle();
    const hover = await client.connection.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri },
      position: placeOf(handlerSource, 'readConfig();'),
    });
    const [, argument = ''] = /command:loopwise\.showAdvice\?([^)]+)/.exec(hover.contents.value) ?? [];
    assert.deepEqual(JSON.parse(decodeURIComponent(argument)), [
      { uri, position: placeOf(handlerSource, 'readConfig();') },
    ]);
  });
});
