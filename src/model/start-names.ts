const EXACTLY =
  /^_?(?:init|initiali[sz]e|start|start_?up|startUp|boot|bootstrap|configure|set_?up|setUp|launch|listen|createServer|createApp|create_server|create_app|restartServer)$/;
/** How those who call them back name the same. */
const HOOK = /^on_?(?:init|initiali[sz]e|start|start_?up|boot|bootstrap|configure|set_?up|launch)$/i;
const AT_FIRST = /^(?:init|initiali[sz]e|bootstrap|setup|startServer|startApp|start_server|start_app)(?=[A-Z_]|$)/;

/** Whether it is the name of a function that brings a program up. That only lowers a severity, and only where callers are not known. */
export function isStartName(name: string): boolean {
  return EXACTLY.test(name) || HOOK.test(name) || AT_FIRST.test(name);
}
