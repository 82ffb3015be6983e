import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

export const packedAnalysers = ['recheck', 'scslre', 'refa', 'regexp-ast-analysis', '@eslint-community/regexpp'];

/**
 * Packs the analysers of regular expressions into the bundle. One of them is a package that would install native
 * programs and a Java archive of 50 MB beside the JavaScript build that is used.
 */
export const packAnalyser: Plugin = {
  name: 'pack-analyser',
  setup(build) {
    const packages = /^(?:recheck\/|scslre$|refa$|regexp-ast-analysis$|@eslint-community\/regexpp$)/;
    build.onResolve({ filter: packages }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === packAnalyser) return undefined;
      if (path.startsWith('recheck/')) return { path: fileURLToPath(import.meta.resolve(path)) };
      const found = await build.resolve(path, { kind, resolveDir, pluginData: packAnalyser });
      return found.external ? { path: fileURLToPath(import.meta.resolve(path)) } : found;
    });
  },
};
