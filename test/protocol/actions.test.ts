import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { placeOf, type Client } from '../support/lsp-client.ts';
import { fullCapabilities, handlerSource, helperSource, lspSuite } from '../support/lsp-suite.ts';

/** The actions at a mark, with their edits. */
async function actionsAt(client: Client, uri: string, mark: string): Promise<CodeAction[]> {
  const at = placeOf(client.text(uri), mark);
  const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: client.diagnostics(uri) ?? [] },
  });
  return Promise.all(
    actions.map((action) =>
      action.data === undefined
        ? Promise.resolve(action)
        : client.connection.sendRequest<CodeAction>('codeAction/resolve', action),
    ),
  );
}

function editsOf(edit: WorkspaceEdit | undefined, uri: string): TextEdit[] {
  const change = edit?.documentChanges?.find((one) => 'textDocument' in one && one.textDocument.uri === uri);
  const edits = change && 'edits' in change ? change.edits : edit?.changes?.[uri];
  return (edits ?? []) as TextEdit[];
}

function apply(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('file:///a', 'a', 1, text), [...edits]);
}

describe('code actions', function () {
  this.timeout(60_000);
  const { open } = lspSuite();
  const capabilities = { ...fullCapabilities, workspace: { workspaceEdit: { documentChanges: true } } };

  /** Opens a file and waits for its findings. */
  async function opened(files: Readonly<Record<string, string>>, name: string, findings = 1) {
    const { client, project } = await open(files, { capabilities });
    const uri = project.uri(name);
    await client.open(uri, files[name]!);
    await client.until(() => client.diagnostics(uri)?.length === findings);
    return { client, project, uri };
  }

  /** Opens a source with one finding, runs an action on it, and returns the text that it makes. */
  async function run(name: string, source: string, mark: string, title: RegExp): Promise<string> {
    const { client, project } = await open({ [name]: source }, { capabilities });
    const uri = project.uri(name);
    await client.open(uri, source);
    await client.until(() => (client.diagnostics(uri) ?? []).length > 0);
    const action = (await actionsAt(client, uri, mark)).find((one) => title.test(one.title));
    assert.ok(action, `an action ${String(title)}`);
    assert.equal(action.diagnostics?.length, 1);
    const after = apply(source, editsOf(action.edit, uri));
    await client.replace(uri, after);
    await client.until(() => client.diagnostics(uri)?.length === 0);
    return after;
  }

  it('suppress a finding on its line, as indented as it is', async () => {
    const source = helperSource.replace('export function', 'export async function');
    assert.equal(
      await run('a.ts', source, 'readFileSync(', /on this line/),
      source.replace('  return', '  // loopwise-ignore-next-line blocking-io -- say why\n  return'),
    );
  });

  it('keep the line ends of the file', async () => {
    const source = helperSource.replace('export function', 'export async function').replaceAll('\n', '\r\n');
    assert.equal(
      await run('a.ts', source, 'readFileSync(', /on this line/),
      source.replace('  return', '  // loopwise-ignore-next-line blocking-io -- say why\r\n  return'),
    );
  });

  it('add the rule to a suppression that is there', async () => {
    const before = `import { readFileSync } from 'node:fs';
export async function load() {
  // loopwise-ignore-next-line blocking-sleep -- known
  return readFileSync('a');
}
`;
    const { client, project } = await open({ 'a.ts': before }, { capabilities });
    const uri = project.uri('a.ts');
    await client.open(uri, before);
    await client.until(() => client.diagnostics(uri)?.some(({ code }) => code === 'blocking-io'));
    const action = (await actionsAt(client, uri, "readFileSync('a')")).find(({ title }) =>
      title.includes('on this line'),
    );
    assert.match(apply(before, editsOf(action?.edit, uri)), /-next-line blocking-sleep, blocking-io -- known/);
  });

  it('suppress in markup with an expression, and in a template within the line', async () => {
    const markup = `import { readFileSync } from 'node:fs';
export async function Page() {
  return (
    <main>
      {readFileSync('a', 'utf8')}
    </main>
  );
}
`;
    assert.match(
      await run('page.tsx', markup, "readFileSync('a'", /on this line/),
      /<main>\n {6}\{\/\* loopwise-ignore-next-line blocking-io -- say why \*\/\}\n {6}\{readFileSync/,
    );
    const template = `import * as fs from 'node:fs';
export async function page() {
  return \`<p>
    \${fs.readFileSync('a', 'utf8')}
  </p>\`;
}
`;
    assert.match(
      await run('page.ts', template, "readFileSync('a'", /on this line/),
      /<p>\n {4}\$\{\/\* loopwise-ignore-line blocking-io -- say why \*\/ fs\.readFileSync/,
    );
  });

  it('suppress a rule in the file, below a hashbang', async () => {
    const source = `#!/usr/bin/env node\n${helperSource.replace('export function', 'export async function')}`;
    assert.match(
      await run('a.ts', source, 'readFileSync(', /in this file/),
      /^#!.*\n\/\/ loopwise-ignore-file blocking-io -- say why\n/,
    );
  });

  it('declare the function in another file as nonblocking', async () => {
    for (const [doc, expected] of [
      ['', '/** @nonblocking */\n'],
      ['/** Reads it. */\n', '/**\n * Reads it.\n * @nonblocking\n */\n'],
      ['/**\n * Reads it.\n */\n', '/**\n * Reads it.\n * @nonblocking\n */\n'],
    ] as const) {
      const helper = helperSource.replace('export function', `${doc}export function`);
      const { client, project } = await open({ 'handler.ts': handlerSource, 'helper.ts': helper }, { capabilities });
      const uri = project.uri('handler.ts');
      const helperUri = project.uri('helper.ts');
      await client.open(uri, handlerSource);
      await client.until(() => client.diagnostics(uri)?.length === 1);
      const actions = await actionsAt(client, uri, 'readConfig();');
      const action = actions.find(({ title }) => title === 'Declare `readConfig` as @nonblocking');
      const after = apply(helper, editsOf(action?.edit, helperUri));
      assert.equal(after, helperSource.replace('export function', `${expected}export function`));
      await client.open(helperUri, after);
      await client.until(() => client.diagnostics(uri)?.length === 0);
    }
  });

  it('open the page of the rule', async () => {
    const { client, uri } = await opened({ 'handler.ts': handlerSource, 'helper.ts': helperSource }, 'handler.ts');
    const actions = await actionsAt(client, uri, 'readConfig();');
    const page = actions.find(({ title }) => title === 'Open the page of blocking-io')?.command;
    await client.connection.sendRequest('workspace/executeCommand', page!);
    const shown = await client.until(() => client.shown[0]);
    assert.match(shown.uri, /docs\/rules\/blocking-io\.md$/);
    assert.equal(shown.external, true);
  });

  it('rewrite a chain through two files, after which the finding is gone', async () => {
    const files = { 'handler.ts': handlerSource, 'helper.ts': helperSource };
    const { client, project, uri } = await opened(files, 'handler.ts');
    const helperUri = project.uri('helper.ts');
    await client.open(helperUri, helperSource);
    const actions = await actionsAt(client, uri, 'readConfig();');
    const rewrite = actions.find(({ isPreferred }) => isPreferred);
    assert.match(rewrite?.title ?? 'none', /readFile instead of readFileSync/);
    const handler = apply(handlerSource, editsOf(rewrite?.edit, uri));
    const helper = apply(helperSource, editsOf(rewrite?.edit, helperUri));
    assert.match(handler, /return await readConfig\(\)|return readConfig\(\)/);
    assert.match(helper, /export async function readConfig/);
    assert.match(helper, /await readFile\('config\.json', 'utf8'\)/);
    await client.replace(uri, handler);
    await client.replace(helperUri, helper);
    await client.until(() => client.diagnostics(uri)?.length === 0);
    assert.equal(client.diagnostics(helperUri), undefined);
  });

  it('fix all that is safe in a file, only when that is asked for', async () => {
    const source = `import { readFileSync } from 'node:fs';
export async function first() {
  return readFileSync('a', 'utf8');
}
export async function second() {
  return readFileSync('b', 'utf8');
}
`;
    const { client, uri } = await opened({ 'a.ts': source }, 'a.ts', 2);
    const ask = (only?: string[]): Promise<CodeAction[]> =>
      client.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 7, character: 0 } },
        context: { diagnostics: [], ...(only && { only }) },
      });
    const [action, ...more] = await ask(['source.fixAll.loopwise']);
    assert.deepEqual(more, []);
    const after = apply(source, editsOf(action?.edit, uri));
    assert.doesNotMatch(after, /readFileSync/);
    await client.replace(uri, after);
    await client.until(() => client.diagnostics(uri)?.length === 0);
    assert.ok((await ask()).every(({ kind }) => kind === 'quickfix'));
    assert.deepEqual(await ask(['source.fixAll.eslint']), []);
  });

  it('say why there is no rewrite', async () => {
    const source = `import { DatabaseSync } from 'node:sqlite';
const db = new DatabaseSync('a');
export async function all() {
  return db.prepare('select 1').all();
}
`;
    const { client, uri } = await opened({ 'a.ts': source }, 'a.ts');
    const actions = await actionsAt(client, uri, 'all();');
    const reasons = actions.flatMap(({ disabled }) => disabled?.reason ?? []);
    assert.equal(reasons.length, 1);
    assert.match(reasons[0]!, /no rewrite/);
  });

  it('remove a suppression that suppresses nothing', async () => {
    const source =
      'export const one = 1;\n  // loopwise-ignore-next-line blocking-io -- once needed\nexport const two = 2;\n';
    assert.equal(
      await run('a.ts', source, 'loopwise-ignore', /^Remove/),
      'export const one = 1;\nexport const two = 2;\n',
    );
  });

  it('have no edit for a text that is another one now', async () => {
    const { client, project } = await open(
      { 'handler.ts': handlerSource, 'helper.ts': helperSource },
      { capabilities },
    );
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.until(() => client.diagnostics(uri)?.length === 1);
    const at = placeOf(handlerSource, 'readConfig();');
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: at, end: at },
      context: { diagnostics: [], only: ['quickfix'] },
    });
    await client.edit(uri, 'export async', '\nexport async');
    const action = actions.find(({ title }) => title.includes('on this line'));
    const resolved = await client.connection.sendRequest<CodeAction>('codeAction/resolve', action!);
    assert.equal(resolved.edit, undefined);
  });

  it('come with their edits for clients that do not ask again', async () => {
    const { client, project } = await open({ 'handler.ts': handlerSource, 'helper.ts': helperSource });
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.until(() => client.diagnostics(uri)?.length === 1);
    const at = placeOf(handlerSource, 'readConfig();');
    const ask = (only?: string[]): Promise<CodeAction[]> =>
      client.connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: at, end: at },
        context: { diagnostics: [], ...(only && { only }) },
      });
    const action = (await ask()).find(({ title }) => title.includes('on this line'));
    assert.equal(editsOf(action?.edit, uri).length, 1);
    assert.deepEqual(await ask(['refactor']), []);
  });
});
