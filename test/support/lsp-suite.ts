import assert from 'node:assert/strict';
import { afterEach } from 'mocha';
import type { ClientCapabilities } from 'vscode-languageserver-protocol/node';
import { Client, Project, type ClientOptions } from './lsp-client.ts';

type Files = Readonly<Record<string, string>>;

/** What editors like VS Code say that they can do. */
export const fullCapabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      disabledSupport: true,
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
    },
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
};

/** Servers and projects of a suite. After each test every server is ended, and must end well and say no error. */
export function lspSuite() {
  const projects: Project[] = [];
  const clients: Client[] = [];

  afterEach(async () => {
    for (const client of clients.splice(0)) {
      assert.equal(await client.stop(), 0);
      assert.deepEqual(client.log, [], 'the server complained');
    }
    for (const project of projects.splice(0)) project.dispose();
  });

  const project = (files: Files): Project => {
    const made = new Project(files);
    projects.push(made);
    return made;
  };
  const start = async (options: ClientOptions): Promise<Client> => {
    const client = await Client.start(options);
    clients.push(client);
    return client;
  };
  return {
    project,
    start,
    /** A server on one folder with these files. */
    open: async (files: Files, options: Omit<ClientOptions, 'folders'> = {}) => {
      const folder = project(files);
      return { project: folder, client: await start({ ...options, folders: [folder] }) };
    },
  };
}

export const handlerSource = `import { readConfig } from './helper';

export async function handle() {
  return readConfig();
}
`;
export const helperSource = `import { readFileSync } from 'node:fs';

export function readConfig() {
  return readFileSync('config.json', 'utf8');
}
`;
