import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { underlined, type Client, type Project } from '../support/lsp-client.ts';
import { fullCapabilities, handlerSource, helperSource, lspSuite } from '../support/lsp-suite.ts';

const files = { 'handler.ts': handlerSource, 'helper.ts': helperSource };

async function changed(client: Client, project: Project, file: string, type: FileChangeType): Promise<void> {
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: project.uri(file), type }],
  });
}

describe('a folder that changes', function () {
  this.timeout(60_000);
  const { open, project: makeProject, start } = lspSuite();

  it('takes in files that are created, changed and deleted', async () => {
    const { client, project } = await open({ 'handler.ts': handlerSource });
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.settle();
    assert.deepEqual(client.diagnostics(uri) ?? [], []);
    project.write('helper.ts', helperSource);
    await changed(client, project, 'helper.ts', FileChangeType.Created);
    await client.until(() => client.diagnostics(uri)?.length === 1);
    project.write('helper.ts', helperSource.replace('readFileSync(', 'String('));
    await changed(client, project, 'helper.ts', FileChangeType.Changed);
    await client.until(() => client.diagnostics(uri)?.length === 0);
    project.write('helper.ts', helperSource);
    await changed(client, project, 'helper.ts', FileChangeType.Changed);
    await client.until(() => client.diagnostics(uri)?.length === 1);
    project.remove('helper.ts');
    await changed(client, project, 'helper.ts', FileChangeType.Deleted);
    await client.until(() => client.diagnostics(uri)?.length === 0);
  });

  it('follows a folder that is renamed', async () => {
    const handler = handlerSource.replace('./helper', './new/helper');
    const { client, project } = await open({ 'handler.ts': handler, 'old/helper.ts': helperSource });
    const uri = project.uri('handler.ts');
    await client.open(uri, handler);
    await client.settle();
    project.remove('old');
    project.write('new/helper.ts', helperSource);
    await client.connection.sendNotification('workspace/didRenameFiles', {
      files: [{ oldUri: project.uri('old'), newUri: project.uri('new') }],
    });
    await client.until(() => client.diagnostics(uri)?.length === 1);
  });

  it('follows its config file, and says what is wrong with it', async () => {
    const { client, project } = await open(files);
    const uri = project.uri('handler.ts');
    const config = project.uri('loopwise.config.json');
    await client.open(uri, handlerSource);
    await client.until(() => client.diagnostics(uri)?.[0]?.severity === 2);
    project.write('loopwise.config.json', '{ "rules": { "blocking-io": "error" } }');
    await changed(client, project, 'loopwise.config.json', FileChangeType.Created);
    await client.until(() => client.diagnostics(uri)?.[0]?.severity === 1);
    project.write('loopwise.config.json', '{\n  "ruls": {}\n}');
    await changed(client, project, 'loopwise.config.json', FileChangeType.Changed);
    const [problem] = await client.until(() => client.diagnostics(config));
    assert.equal(problem?.range.start.line, 1);
    assert.ok(typeof problem.message === 'string');
    assert.match(problem.message, /unknown key "ruls"; did you mean "rules"/);
    assert.equal(client.diagnostics(uri)?.[0]?.severity, 1, 'the last config without mistakes holds');
    project.remove('loopwise.config.json');
    await changed(client, project, 'loopwise.config.json', FileChangeType.Deleted);
    await client.until(() => client.diagnostics(uri)?.[0]?.severity === 2);
  });

  it('follows tsconfig.json and package.json', async () => {
    const handler = handlerSource.replace('./helper', '~/helper');
    const { client, project } = await open({ 'handler.ts': handler, 'lib/helper.ts': helperSource });
    const uri = project.uri('handler.ts');
    await client.open(uri, handler);
    await client.settle();
    assert.deepEqual(client.diagnostics(uri) ?? [], []);
    project.write('tsconfig.json', '{ "compilerOptions": { "paths": { "~/*": ["./lib/*"] } } }');
    await changed(client, project, 'tsconfig.json', FileChangeType.Created);
    await client.until(() => client.diagnostics(uri)?.length === 1);
    project.write('package.json', '{ "name": "tool", "bin": "./handler.ts" }');
    await changed(client, project, 'package.json', FileChangeType.Created);
    await client.until(() => client.diagnostics(uri)?.[0]?.severity === 4);
  });

  it('follows the settings', async () => {
    const settings = { value: { rules: { 'blocking-io': 'information' } } as unknown };
    const { client, project } = await open(files, { settings });
    const uri = project.uri('handler.ts');
    const set = async (value: unknown): Promise<void> => {
      settings.value = value;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    };
    await client.open(uri, handlerSource);
    await client.until(() => client.diagnostics(uri)?.[0]?.severity === 3);
    await set({ enable: false });
    await client.until(() => client.diagnostics(uri)?.length === 0);
    await set({});
    await client.until(() => client.diagnostics(uri)?.[0]?.severity === 2);
    await set({ nonblocking: ['node:fs.readFileSync'] });
    await client.until(() => client.diagnostics(uri)?.length === 0);
    await set({ exclude: ['helper.ts'] });
    await client.settle();
    assert.equal(client.diagnostics(uri)?.length, 0);
  });

  it('waits for a save where the user wants that, and shows nothing at old places meanwhile', async () => {
    const { client, project } = await open(files, { settings: { value: { run: 'onSave' } } });
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.until(() => client.diagnostics(uri)?.length === 1);
    await client.edit(uri, 'return readConfig();', 'return 1;');
    await client.settle();
    assert.equal(client.history.filter((params) => params.uri === uri).length, 1);
    await client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await client.until(() => client.diagnostics(uri)?.length === 0);
  });

  it('keeps the findings of other functions while syntax is broken, where they are now', async () => {
    const source = `import { readFileSync } from 'node:fs';

export async function first() {
  return readFileSync('first');
}

export async function second() {
  return readFileSync('second');
}
`;
    const { client, project } = await open({ 'a.ts': source });
    const uri = project.uri('a.ts');
    await client.open(uri, source);
    await client.until(() => client.diagnostics(uri)?.length === 2);
    // The first call is being rewritten: its finding goes, that of the other function moves.
    await client.edit(uri, "return readFileSync('first');", 'const text = await (\n');
    await client.until(() => client.diagnostics(uri)?.length === 1);
    const [moved] = client.diagnostics(uri) ?? [];
    assert.equal(underlined(client.text(uri), moved!), 'readFileSync');
    assert.equal(moved?.range.start.line, 8);
    await client.edit(uri, 'const text = await (\n', "return readFileSync('third');");
    await client.until(() => client.diagnostics(uri)?.length === 2);
    for (const params of client.history.filter((one) => one.uri === uri)) assert.notEqual(params.diagnostics.length, 0);
  });

  it('knows a document that was opened with broken syntax by what is on disk', async () => {
    const { client, project } = await open({ 'a.ts': helperSource.replace('export', 'export async') });
    const uri = project.uri('a.ts');
    await client.settle();
    await client.open(uri, `const broken = (;\n${helperSource.replace('export', 'export async')}`);
    const [diagnostic] = await client.until(() => client.diagnostics(uri));
    assert.equal(underlined(client.text(uri), diagnostic!), 'readFileSync');
  });

  it('answers for several folders, each with its own config', async () => {
    const one = makeProject({ ...files, 'loopwise.config.json': '{ "rules": { "blocking-io": "error" } }' });
    const two = makeProject(files);
    const client = await start({ folders: [one, two] });
    await client.open(one.uri('handler.ts'), handlerSource);
    await client.open(two.uri('handler.ts'), handlerSource);
    await client.until(() => client.diagnostics(one.uri('handler.ts'))?.[0]?.severity === 1);
    await client.until(() => client.diagnostics(two.uri('handler.ts'))?.[0]?.severity === 2);
    const event = { added: [], removed: [{ uri: one.uri(), name: 'one' }] };
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    const three = makeProject(files);
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: three.uri(), name: 'three' }], removed: [] },
    });
    await client.open(three.uri('handler.ts'), handlerSource);
    await client.until(() => client.diagnostics(three.uri('handler.ts'))?.length === 1);
  });

  it('answers for a file outside of every folder', async () => {
    const inside = makeProject({});
    const outside = makeProject(files);
    const client = await start({ folders: [inside] });
    await client.open(outside.uri('handler.ts'), handlerSource);
    await client.until(() => client.diagnostics(outside.uri('handler.ts'))?.length === 1);
  });

  it('drops what was found of a version that is no longer current', async () => {
    const { client, project } = await open(files);
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    let last = 1;
    for (let round = 0; round < 30; round++) {
      last = await client.edit(uri, 'export async', `${round % 3 === 0 ? '\n' : ''}export async`);
    }
    await client.until(() => client.published.get(uri)?.version === last);
    const versions = client.history.filter((params) => params.uri === uri).map(({ version = 0 }) => version);
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    );
    const [diagnostic] = client.diagnostics(uri) ?? [];
    assert.equal(underlined(client.text(uri), diagnostic!), 'readConfig');
  });

  it('has lenses above entries when they are wanted', async () => {
    const { client, project } = await open(files, {
      settings: { value: { codeLens: { enable: true } } },
      capabilities: fullCapabilities,
    });
    const uri = project.uri('handler.ts');
    await client.open(uri, handlerSource);
    await client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    const lenses = await client.connection.sendRequest<{ command: { title: string } }[]>('textDocument/codeLens', {
      textDocument: { uri },
    });
    assert.deepEqual(
      lenses.map(({ command }) => command.title),
      ['async function: 1 place blocks the event loop'],
    );
  });
});
