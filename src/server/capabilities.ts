import {
  CodeActionKind,
  TextDocumentSyncKind,
  type InitializeParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { fixAllKind } from './fixes.ts';
import { serverCommands, type InitializationOptions } from '../protocol/messages.ts';

/** What the client can do, as far as the server cares. */
export interface Client {
  readonly options: InitializationOptions;
  /** It asks for diagnostics, and can be told to ask again. */
  readonly pullsDiagnostics: boolean;
  readonly changesFolders: boolean;
  readonly refreshesCodeLenses: boolean;
  readonly hasConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly showsDocuments: boolean;
  readonly showsProgress: boolean;
  readonly rendersMarkdown: boolean;
  readonly showsDisabledActions: boolean;
  readonly resolvesActions: boolean;
  readonly takesDocumentChanges: boolean;
  readonly createsFiles: boolean;
  /** It shows what is to be known of edits where it previews them. */
  readonly annotatesChanges: boolean;
}

export function clientOf({
  capabilities,
  initializationOptions,
}: Pick<InitializeParams, 'capabilities' | 'initializationOptions'>): Client {
  const { textDocument, workspace, window } = capabilities;
  const { hover, codeAction } = textDocument ?? {};
  return {
    options: (initializationOptions ?? {}) as InitializationOptions,
    pullsDiagnostics: textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true,
    changesFolders: workspace?.workspaceFolders === true,
    refreshesCodeLenses: workspace?.codeLens?.refreshSupport === true,
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    showsDocuments: window?.showDocument?.support === true,
    showsProgress: window?.workDoneProgress === true,
    rendersMarkdown: hover?.contentFormat?.includes('markdown') ?? false,
    showsDisabledActions: codeAction?.disabledSupport === true,
    resolvesActions: codeAction?.resolveSupport?.properties.includes('edit') ?? false,
    takesDocumentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') ?? false,
    annotatesChanges: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
  };
}

export function serverCapabilities(client: Client): ServerCapabilities {
  const anything = { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] };
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'loopwise', interFileDependencies: true, workspaceDiagnostics: true },
    }),
    hoverProvider: true,
    completionProvider: { triggerCharacters: ['-', '@'] },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
      resolveProvider: client.resolvesActions,
    },
    codeLensProvider: { resolveProvider: false },
    executeCommandProvider: { commands: Object.values(serverCommands) },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { didCreate: anything, didRename: anything, didDelete: anything },
    },
  };
}

/** Files whose changes on disk matter: sources, and what says how to read them. */
export const watchedGlobs = [
  '**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts,py}',
  '**/{pyproject.toml,setup.cfg,setup.py,requirements.txt,package.json,pnpm-workspace.yaml,loopwise.config.json,.gitignore}',
  '**/{tsconfig,jsconfig}*.json',
];
