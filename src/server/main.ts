import { startServer } from './start.ts';

// The client says on the command line how it talks: --stdio, --node-ipc, --socket=PORT or --pipe=NAME.
startServer();
