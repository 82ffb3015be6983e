import type { WebLayout } from '../model/fix.ts';
import type { LayoutOptions } from './offload-layout.ts';
import { importsFilesOnly, pageUse } from './page-code.ts';

/** They put files together, so that a thread of Node.js would not find its own. */
export const bundlers = (
  'webpack rollup esbuild tsup tsdown parcel @vercel/ncc rolldown @rspack/core vite next nuxt wrangler serverless ' +
  '@remix-run/dev @sveltejs/kit astro expo react-native electron'
).split(' ');

/** Those that look for `new Worker(new URL('…', import.meta.url))`, from which version on. */
const webBundlers: ReadonlyMap<string, number> = new Map([
  ['vite', 2],
  ['webpack', 5],
  ['parcel', 2],
  ['@rspack/core', 0],
]);

/** They run the same code on a server, or in something else than a page. */
const beyondPages =
  'next nuxt @remix-run/dev @react-router/dev @sveltejs/kit astro @solidjs/start vike expo react-native electron wrangler serverless'.split(
    ' ',
  );

/** How code that runs in a page is brought to a worker; undefined where Node.js runs it. */
export function webLayout(
  { project, packageOf }: LayoutOptions,
  file: string,
): WebLayout | { readonly kind: string; readonly message: string } | undefined {
  const info = packageOf(file);
  const use = pageUse(project, file);
  if (use === 'none') return undefined;
  const dependencies = info?.dependencies ?? new Set<string>();
  const other = beyondPages.find((name) => dependencies.has(name));
  const unsure = (why: string) => ({ kind: 'browser or not', message: `the code uses a page, and ${why}` });
  if (other !== undefined) return unsure(`${other} may run it elsewhere`);
  if (use === 'unsure') return unsure('what imports it uses Node.js as well');
  if (info?.isPublic === true) return unsure('it is published: others decide where it runs');
  const able = [...webBundlers].find(([name]) => dependencies.has(name));
  const bundler = able?.[0] ?? bundlers.find((name) => dependencies.has(name));
  if (bundler === undefined) {
    return importsFilesOnly(project, file) ? { isBundled: false } : unsure('how it gets its packages is not known');
  }
  const oldest = Number(/\d+/.exec(info?.ranges?.get(bundler) ?? '')?.[0] ?? Infinity);
  if (able === undefined || oldest < able[1]) {
    return { kind: 'bundled', message: `${bundler} packs the code: it would not look for the file of a worker` };
  }
  return { isBundled: true };
}
