const EXACTLY =
  /^_?(?:init|initiali[sz]e|start|startUp|boot|bootstrap|setup|setUp|launch|listen|createServer|createApp|restartServer)$/;
const AT_FIRST = /^(?:init|initiali[sz]e|bootstrap|setup|startServer|startApp)(?=[A-Z_]|$)/;

/** Whether it is the name of a function that brings a program up. That only lowers a severity, and only where callers are not known. */
export function isStartName(name: string): boolean {
  return EXACTLY.test(name) || AT_FIRST.test(name);
}
