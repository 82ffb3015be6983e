import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

/**
 * Packs packages into the bundle that would install far more than what is used of them: the analysers of regular
 * expressions (native programs and a Java archive of 50 MB) and the runtime of grammars (builds for debugging).
 */
export const packPackages: Plugin = {
  name: 'pack-packages',
  setup(build) {
    const packages = /^(?:recheck\/|scslre$|refa$|regexp-ast-analysis$|@eslint-community\/regexpp$|web-tree-sitter$)/;
    build.onResolve({ filter: packages }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === packPackages) return undefined;
      if (path.startsWith('recheck/')) return { path: fileURLToPath(import.meta.resolve(path)) };
      const found = await build.resolve(path, { kind, resolveDir, pluginData: packPackages });
      return found.external ? { path: fileURLToPath(import.meta.resolve(path)) } : found;
    });
  },
};
