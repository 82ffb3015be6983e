import { createConnection } from 'vscode-languageserver/node';
import { Server } from './server.ts';

/** Serves the client that the process was started by, until it says `exit` or is gone. */
export function startServer(): void {
  const connection = createConnection();
  new Server(connection).listen();
}
