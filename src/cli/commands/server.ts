import { UserError } from '../errors.ts';

export interface ServerOptions {
  readonly stdio?: boolean;
  readonly nodeIpc?: boolean;
  readonly socket?: string;
  readonly pipe?: string;
}

/** Runs the language server until its client ends it. */
export async function server(options: ServerOptions): Promise<void> {
  if (!options.stdio && !options.nodeIpc && options.socket === undefined && options.pipe === undefined) {
    throw new UserError('say how the client talks: --stdio, --node-ipc, --socket or --pipe');
  }
  // The library reads the same options from the command line.
  const { startServer } = await import('../../server/start.ts');
  startServer();
}
