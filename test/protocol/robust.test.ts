import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'mocha';
import { helperSource, lspSuite } from '../support/lsp-suite.ts';

const odd: Readonly<Record<string, string>> = {
  empty: '',
  'one character': '(',
  'a byte order mark': '\uFEFFexport const a = 1;',
  'zero bytes': 'a\0b\0c',
  'lone surrogates': "const s = '\uD800';\n// \uDFFF",
  'lone carriage returns': 'a();\rb();\r\rc();',
  'line separators': 'a();\u2028b();\u2029',
  'a shebang only': '#!/usr/bin/env node',
  'not code': 'Dear Sir or Madam,\n\n> quote\n* list\n',
  'deep nesting': '('.repeat(20_000),
  'deep arrays': `${'['.repeat(3000)}${']'.repeat(3000)}`,
  'long line': `export const a = '${'x'.repeat(200_000)}';`,
  directives: '// loopwise-ignore-next-line\n/* loopwise-ignore-file nothing -- */\n// loopwise-ignore-line , , --\n',
};

describe('a server', function () {
  this.timeout(120_000);
  const { open } = lspSuite();

  it('survives any document, and every request about it', async () => {
    const files = Object.entries(odd).map(([name, text]) => [`${name}.ts`, text] as const);
    const { client, project } = await open({ 'a.ts': '', ...Object.fromEntries(files) });
    for (const [file, text] of files) {
      const uri = project.uri(file);
      await client.open(uri, text);
      for (const position of [
        { line: 0, character: 0 },
        { line: 0, character: 5 },
        { line: 1_000_000, character: 1_000_000 },
      ]) {
        const at = { textDocument: { uri }, position };
        await client.connection.sendRequest('textDocument/hover', at);
        await client.connection.sendRequest('textDocument/completion', at);
        const range = { start: position, end: position };
        const context = { diagnostics: [], only: ['quickfix', 'source.fixAll.loopwise'] };
        await client.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context });
      }
      await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
      await client.replace(uri, helperSource.replace('export function', 'export async function'));
      await client.replace(uri, text);
      await client.connection.sendRequest('loopwise/auditFile', { uri });
      await client.close(uri);
    }
    // It still does its work.
    const uri = project.uri('a.ts');
    await client.open(uri, helperSource.replace('export function', 'export async function'));
    await client.until(() => client.diagnostics(uri)?.length === 1);
  });

  it('answers for documents that are no files', async () => {
    const { client } = await open({ 'a.ts': '' });
    for (const uri of [
      'untitled:Untitled-1',
      'git:/a.ts?x',
      'file:///no/such/folder/a%20b.ts',
      'vscode-remote://h/a.ts',
    ]) {
      await client.open(uri, helperSource);
      const at = { textDocument: { uri }, position: { line: 3, character: 10 } };
      await client.connection.sendRequest('textDocument/hover', at);
      await client.edit(uri, 'export function', 'export async function');
      await client.close(uri);
    }
    await client.settle();
  });

  it('leaves a minified file of 5 MB alone, and goes on with others', async () => {
    const { client, project } = await open({ 'a.ts': helperSource });
    const uri = project.uri('big.js');
    const text = `export async function f(){${"require('fs').readFileSync('a');".repeat(160_000)}}`;
    project.write('big.js', text);
    await client.open(uri, text, 'javascript');
    for (let index = 0; index < 20; index++) await client.append(uri, 'x');
    const other = project.uri('a.ts');
    await client.open(other, helperSource.replace('export function', 'export async function'));
    await client.until(() => client.diagnostics(other)?.length === 1);
    assert.deepEqual(client.diagnostics(uri) ?? [], []);
  });

  it('ends with its client', async () => {
    for (const end of ['shutdown', 'closed pipe', 'exit'] as const) {
      const { client } = await open({ 'a.ts': helperSource });
      const exited = once(client.process, 'exit');
      if (end === 'shutdown') assert.equal(await client.stop(), 0);
      else if (end === 'exit') await client.connection.sendNotification('exit');
      else client.process.stdin!.end();
      await exited;
      assert.notEqual(client.process.exitCode, null, end);
    }
  });

  it('is started by the command line, and says what is missing', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'server'], { stdio: 'pipe' });
    let message = '';
    child.stderr.on('data', (chunk: Buffer) => (message += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    assert.equal(code, 2);
    assert.match(message, /^loopwise: say how the client talks: --stdio/);
  });
});
