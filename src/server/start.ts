import { createConnection } from 'vscode-languageserver/node';
import { collectEarly } from '../workspace/collect-early.ts';
import { Server } from './server.ts';

/** Serves the client that the process was started by, until it says `exit` or is gone. */
export function startServer(): void {
  collectEarly();
  const connection = createConnection();
  // A client that refuses what it was asked for is no reason to end.
  process.on('unhandledRejection', (reason) => {
    connection.console.error(reason instanceof Error ? (reason.stack ?? reason.message) : String(reason));
  });
  new Server(connection).listen();
}
