import type * as vscode from 'vscode';
import { CloseAction, ErrorAction, LanguageClient, TransportKind, WorkDoneProgress } from 'vscode-languageclient/node';
import type { LanguageClientOptions, ServerOptions } from 'vscode-languageclient/node';
import { clientCommands, serverCommands, type InitializationOptions } from '../protocol/messages.ts';
import { languages } from './languages.ts';

export type { LanguageClient } from 'vscode-languageclient/node';

export interface Ending {
  readonly dispose: () => void;
}

/** One report on work that takes long. */
export interface WorkDone {
  readonly message?: string;
  readonly percentage?: number;
}

/** The client of a server that is not started yet. `onEnd` is told when the server ends, whatever the reason. */
export function createLanguageClient(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  onEnd: () => void,
): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const server: ServerOptions = {
    run: { module, transport: TransportKind.ipc },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: ['--inspect=6123'] } },
  };
  return new LanguageClient('loopwise', 'Loopwise', server, clientOptions(context, output, onEnd));
}

/** Calls back with each step of the work that was asked for with that token. */
export function onWorkDone(client: LanguageClient, token: string, report: (step: WorkDone) => void): Ending {
  const listener = client.onProgress(WorkDoneProgress.type, token, report);
  return {
    dispose: () => {
      listener.dispose();
    },
  };
}

function clientOptions(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  onEnd: () => void,
): LanguageClientOptions {
  const commands = [...Object.values(serverCommands), ...Object.values(clientCommands)];
  const initializationOptions: InitializationOptions = {
    status: true,
    trustedCommands: commands,
    showsDiagnosticsInHovers: true,
    // Nothing is written into a folder only because it was opened.
    ...(context.storageUri?.scheme === 'file' && { cacheFolder: context.storageUri.fsPath }),
  };
  return {
    documentSelector: languages.map((language) => ({ scheme: 'file', language })),
    outputChannel: output,
    initializationOptions,
    markdown: { isTrusted: { enabledCommands: commands } },
    diagnosticPullOptions: { onChange: true, onSave: true },
    initializationFailedHandler: (error) => {
      output.error(error instanceof Error ? error : String(error));
      return false;
    },
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => {
        onEnd();
        return { action: CloseAction.DoNotRestart, handled: true };
      },
    },
  };
}
