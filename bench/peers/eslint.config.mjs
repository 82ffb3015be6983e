import parser from '@typescript-eslint/parser';
import n from 'eslint-plugin-n';

/** `n/no-sync` throws when the parser offers services without type information; without services it runs untyped. */
const untyped = {
  meta: parser.meta,
  parseForESLint: (code, options) => ({ ...parser.parseForESLint(code, options), services: {} }),
};

export default [
  {
    files: ['**/*.{ts,tsx,js,jsx,mjs,cjs,mts,cts}'],
    languageOptions: { parser: untyped, parserOptions: { ecmaFeatures: { jsx: true } }, sourceType: 'module' },
    linterOptions: { reportUnusedDisableDirectives: 'off', noInlineConfig: true },
    plugins: { n },
    rules: { 'n/no-sync': 'error', 'no-await-in-loop': 'error' },
  },
];
