/** A worker entry that runs a TypeScript module: tsx prepares the main thread only. */
export function typeScriptWorker(module: string): URL {
  const url = new URL(module, import.meta.url).href;
  const script = `import { register } from '${import.meta.resolve('tsx/esm/api')}'; register(); await import('${url}');`;
  return new URL(`data:text/javascript,${encodeURIComponent(script)}`);
}
