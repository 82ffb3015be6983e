import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { CompletionItem, Hover, MarkupContent } from 'vscode-languageserver-protocol/node';
import { placeOf, type Client } from '../support/lsp-client.ts';
import { fullCapabilities, handlerSource, helperSource, lspSuite } from '../support/lsp-suite.ts';

async function hover(client: Client, uri: string, mark: string): Promise<Hover | null> {
  return client.connection.sendRequest('textDocument/hover', {
    textDocument: { uri },
    position: placeOf(client.text(uri), mark),
  });
}

function textOf(found: Hover | null): string {
  assert.ok(found, 'there is a hover');
  return (found.contents as MarkupContent).value;
}

describe('hovers', function () {
  this.timeout(60_000);
  const { open } = lspSuite();

  it('on a finding say what blocks, by which way, what kind of work it is and what to do', async () => {
    const { client, project } = await open(
      { 'handler.ts': handlerSource, 'helper.ts': helperSource },
      { capabilities: fullCapabilities },
    );
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    const text = textOf(await hover(client, uri, 'readConfig();'));
    const lines = text.split('\n').map((line) => line.trimEnd());
    assert.ok(lines.length <= 5, text);
    assert.equal(
      lines[0],
      '**Blocks the event loop** of async function `handle`: `node:fs.readFileSync` reads a whole file, the longer, the larger the input is.',
    );
    assert.equal(
      lines[1],
      `\`readConfig\` ([handler.ts:4](${uri}#L4,10)) → \`readFileSync\` ([helper.ts:4](${project.uri('helper.ts')}#L4,10))`,
    );
    assert.equal(
      lines[2],
      '**Waiting → concurrency**: file work leaves the processor idle, so other work can go on meanwhile.',
    );
    assert.match(lines[3] ?? '', /^\*\*Ways out\*\*: .*`node:fs\/promises\.readFile`/);
    assert.match(lines[4] ?? '', /^\[About blocking-io\]\(https:.*\/docs\/rules\/blocking-io\.md\)$/);
  });

  it('below the diagnostic say only what that does not', async () => {
    const { client, project } = await open(
      { 'handler.ts': handlerSource, 'helper.ts': helperSource },
      { capabilities: fullCapabilities, initializationOptions: { showsDiagnosticsInHovers: true } },
    );
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    const text = textOf(await hover(client, uri, 'readConfig();'));
    assert.deepEqual(text.split(/\s*\n/).slice(0, 3), [
      '**Waiting → concurrency**: file work leaves the processor idle, so other work can go on meanwhile.',
      'The event loop stands still the longer, the larger the input is.',
      '**Ways out**: Await `node:fs/promises.readFile` instead.',
    ]);
    assert.doesNotMatch(text, /helper\.ts/);
  });

  it('on awaits say what could run together, and not that anything blocks', async () => {
    const source = `import { readFile } from 'node:fs/promises';
export async function load(files: string[]) {
  const texts: string[] = [];
  for (const file of files) texts.push(await readFile(file, 'utf8'));
  return texts;
}
`;
    const { client, project } = await open({ 'a.ts': source }, { capabilities: fullCapabilities });
    const uri = project.uri('a.ts');
    await client.open(uri, source);
    await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    const text = textOf(await hover(client, uri, 'readFile(file'));
    assert.match(text, /^`readFile` is awaited for one round over `files` after another/);
    assert.match(text, /\*\*Waiting → concurrency\*\*\./);
    assert.doesNotMatch(text, /Blocks the event loop/);
  });

  it('on an await that is right to wait say why', async () => {
    const source = [
      'export async function pages(url) {',
      '  const found = [];',
      '  for (let next = url; next; ) {',
      '    const page = await (await fetch(next)).json();',
      '    found.push(page);',
      '    next = page.next;',
      '  }',
      '  for (const copy of found) {',
      '    try {',
      '      return await fetch(copy.url);',
      '    } catch {}',
      '  }',
      '}',
    ].join('\n');
    const { client, project } = await open({ 'pages.js': source }, { capabilities: fullCapabilities });
    const uri = project.uri('pages.js');
    await client.open(uri, source);
    await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    assert.match(textOf(await hover(client, uri, 'await fetch(next)')), /needs what the round before has found/);
    assert.match(textOf(await hover(client, uri, 'await fetch(copy')), /for when this one fails/);
  });

  it('on an API of the catalog say the same where nothing is wrong', async () => {
    const source = `import { pbkdf2Sync } from 'node:crypto';\nimport fs from 'node:fs';\nexport const text = fs.readFileSync('a');\nexport const key = pbkdf2Sync('a', 'b', 100000, 32, 'sha512');\n`;
    const { client, project } = await open({ 'start.ts': source }, { capabilities: fullCapabilities });
    const uri = project.uri('start.ts');
    await client.open(uri, source);
    await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    const waiting = textOf(await hover(client, uri, 'readFileSync('));
    assert.match(waiting, /^`node:fs\.readFileSync` reads a whole file\./);
    assert.match(waiting, /\*\*Waiting → concurrency\*\*/);
    assert.match(waiting, /\*\*On the event loop\*\*: Await `node:fs\/promises\.readFile` instead\./);
    const computing = textOf(await hover(client, uri, "pbkdf2Sync('a'"));
    assert.match(computing, /\*\*Computing → parallelism\*\*: key derivation keeps the processor busy/);
    assert.equal(await hover(client, uri, 'text ='), null);
  });

  it('hold no command links and no Markdown for clients that take none', async () => {
    const { client, project } = await open({ 'handler.ts': handlerSource, 'helper.ts': helperSource });
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.until(() => client.diagnostics(uri));
    const text = textOf(await hover(client, uri, 'readConfig();'));
    assert.doesNotMatch(text, /\]\(|\*\*|command:/);
    assert.match(text, /readConfig \(handler\.ts:4\) → readFileSync \(helper\.ts:4\)/);
  });

  it('run commands of clients that say which they trust', async () => {
    const { client, project } = await open(
      { 'handler.ts': handlerSource, 'helper.ts': helperSource },
      { capabilities: fullCapabilities, initializationOptions: { trustedCommands: ['loopwise.openRule'] } },
    );
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    const text = textOf(await hover(client, uri, 'readConfig();'));
    assert.ok(text.includes(`(command:loopwise.openRule?${encodeURIComponent('["blocking-io"]')})`), text);
  });

  it('in a directive say what it suppresses', async () => {
    const source = helperSource
      .replace('export function', 'export async function')
      .replace('  return', '  // loopwise-ignore-next-line blocking-io -- small and cached\n  return');
    const { client, project } = await open({ 'a.ts': source }, { capabilities: fullCapabilities });
    const uri = project.uri('a.ts');
    await client.open(uri, source);
    await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    const directive = textOf(await hover(client, uri, 'loopwise-ignore'));
    assert.match(directive, /^Suppresses findings of `blocking-io` on the next line\./);
    assert.match(directive, /Now: `readFileSync` blocks the event loop/);
    assert.match(textOf(await hover(client, uri, 'blocking-io')), /Synchronous input or output/);
  });
});

describe('completion', function () {
  this.timeout(60_000);
  const { open } = lspSuite();

  async function labels(source: string, mark: string): Promise<string[]> {
    const { client, project } = await open({ 'a.ts': '' });
    const uri = project.uri('a.ts');
    await client.open(uri, source);
    const { line, character } = placeOf(source, mark);
    const items = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: { line, character: character + mark.length },
    });
    return items.map(({ label }) => label);
  }

  it('knows the directives', async () => {
    assert.deepEqual(await labels('f(); // loop\n', '// loop'), [
      'loopwise-ignore-next-line',
      'loopwise-ignore-line',
      'loopwise-ignore-file',
    ]);
  });

  it('knows the rules that are not named yet, up to the reason', async () => {
    const source = '// loopwise-ignore-next-line blocking-io, he -- why\n';
    const rules = await labels(source, 'blocking-io, he');
    assert.ok(rules.includes('heavy-call'));
    assert.ok(!rules.includes('blocking-io'));
    assert.deepEqual(await labels(source, '-- w'), []);
  });

  it('knows the tags of doc comments', async () => {
    assert.deepEqual(await labels('/** @n */\nfunction f() {}\n', '@n'), ['@nonblocking']);
  });

  it('says nothing in code', async () => {
    assert.deepEqual(await labels('const loop = 1;\n', 'loop'), []);
    assert.deepEqual(await labels("const text = 'loopwise-ig';\n", 'loopwise-ig'), []);
  });
});
