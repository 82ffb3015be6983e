import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { Client, Project, underlined, type ClientOptions } from '../support/lsp-client.ts';

const handler = `import { readConfig } from './helper';

export async function handle() {
  return readConfig();
}
`;
const helper = `import { readFileSync } from 'node:fs';

export function readConfig() {
  return readFileSync('config.json', 'utf8');
}
`;

describe('pushed diagnostics', function () {
  this.timeout(60_000);
  const projects: Project[] = [];
  const clients: Client[] = [];

  async function start(files: Readonly<Record<string, string>>, options: Omit<ClientOptions, 'folders'> = {}) {
    const project = new Project(files);
    projects.push(project);
    const client = await Client.start({ ...options, folders: [project] });
    clients.push(client);
    return { project, client };
  }

  afterEach(async () => {
    for (const client of clients.splice(0)) assert.equal(await client.stop(), 0, client.log.join('\n'));
    for (const project of projects.splice(0)) project.dispose();
  });

  it('stand on the name of the call, with the way to the operation', async () => {
    const { client, project } = await start({ 'handler.ts': handler, 'helper.ts': helper });
    const uri = project.uri('handler.ts');
    await client.open(uri, handler);
    const [diagnostic] = await client.until(() => client.diagnostics(uri));
    assert.ok(diagnostic);
    assert.equal(underlined(handler, diagnostic), 'readConfig');
    assert.equal(diagnostic.code, 'blocking-io');
    assert.match(diagnostic.codeDescription?.href ?? 'none', /\/docs\/rules\/blocking-io\.md$/);
    assert.equal(diagnostic.source, 'loopwise');
    const [step] = diagnostic.relatedInformation ?? [];
    assert.equal(step?.location.uri, project.uri('helper.ts'));
    assert.ok(step);
    assert.match(step.message, /`readConfig` calls `readFileSync`, which reads a whole file/);
  });

  it('come and go with unsaved edits of another file', async () => {
    const { client, project } = await start({ 'handler.ts': handler, 'helper.ts': helper });
    const uri = project.uri('handler.ts');
    await client.open(uri, handler);
    await client.until(() => client.diagnostics(uri)?.length === 1);
    await client.open(project.uri('helper.ts'), helper);
    await client.edit(project.uri('helper.ts'), "readFileSync('config.json', 'utf8')", "'{}'");
    await client.until(() => client.diagnostics(uri)?.length === 0);
    await client.edit(project.uri('helper.ts'), "'{}'", "readFileSync('other.json', 'utf8')");
    await client.until(() => client.diagnostics(uri)?.length === 1);
  });
});
