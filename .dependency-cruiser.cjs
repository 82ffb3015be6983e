/** The dependency rules of the house. Each comment says how to repair a violation. */

const siblings = { catalog: [], languages: [], engine: [], advice: [], workspace: [], protocol: [] };
const composers = {
  rules: ['engine'],
  // The report and the panel draw the same picture.
  reporters: ['advice'],
  session: ['catalog', 'languages', 'engine', 'rules', 'advice'],
  // `loopwise server` starts the server.
  cli: ['session', 'advice', 'workspace', 'reporters', 'server'],
  // It exports reports and shows findings in their words.
  server: ['session', 'advice', 'workspace', 'reporters', 'protocol'],
  client: ['protocol'],
  webview: ['protocol', 'advice'],
};

/** What the catalog's names and conditions mean: types and pure functions, no data. */
const vocabulary = ['^src/catalog/(types|canonical|evaluate)\\.ts$'];

/** A folder may use itself, the model, the folders named, and the vocabulary of the catalog. */
function layer([folder, uses]) {
  const allowed = ['model', folder, ...uses].join('|');
  return {
    name: `${folder}-stays-in-its-layer`,
    severity: 'error',
    comment:
      `src/${folder} may import ${['src/model', ...uses.map((use) => `src/${use}`)].join(', ')} and the catalog's vocabulary (types, canonical, evaluate). ` +
      'Pass the rest in as plain data or as a function, from the composer that already has both (src/session, or a surface).',
    from: { path: `^src/${folder}/` },
    to: { path: '^src/', pathNot: [`^src/(${allowed})/`, ...vocabulary] },
  };
}

module.exports = {
  forbidden: [
    {
      name: 'model-imports-nothing',
      severity: 'error',
      comment:
        'src/model is plain types that everyone shares. Move what needs another module to the folder that needs it.',
      from: { path: '^src/model/' },
      to: { pathNot: '^src/model/' },
    },
    ...Object.entries({ ...siblings, ...composers }).map(layer),
    {
      name: 'files-only-at-the-edge',
      severity: 'error',
      comment:
        'Only src/workspace and the surfaces touch the disk. Read the file there and pass its text in, or add a method to the Host that session reads through.',
      from: { path: '^src/', pathNot: '^src/(workspace|cli|server|client)/' },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'parsers-stay-in-their-language',
      severity: 'error',
      comment:
        'A syntax tree never leaves src/languages. If a rule needs syntax, let the language extract a named fact (src/model/facts.ts) and read that.',
      from: { path: '^src/', pathNot: '^src/languages/javascript/' },
      to: { path: 'node_modules/(oxc-parser|@oxc-project|@typescript-eslint|typescript|estree|@types/estree)/' },
    },
    {
      name: 'grammars-stay-in-their-language',
      severity: 'error',
      comment: 'Trees and grammars of Python never leave src/languages/python. Let it extract a named fact instead.',
      from: { path: '^src/', pathNot: '^src/languages/python/' },
      to: { path: 'node_modules/(web-tree-sitter|tree-sitter-python)/' },
    },
    {
      name: 'editor-only-in-client',
      severity: 'error',
      comment: 'The engine also runs in terminals and in CI. Move editor code to src/client, or pass plain data in.',
      from: { path: '^src/', pathNot: '^src/client/' },
      to: { path: '^vscode$' },
    },
    {
      name: 'lsp-only-in-server-and-client',
      severity: 'error',
      comment: 'Protocol types stop at src/server and src/client. Translate to src/model types there.',
      from: { path: '^src/', pathNot: '^src/(server|client)/' },
      to: { path: 'node_modules/vscode-language' },
    },
    {
      name: 'shipped-code-imports-no-tests-or-tools',
      severity: 'error',
      comment: 'tools, test and bench are never shipped. Move the shared piece to src.',
      from: { path: '^src/' },
      to: { path: '^(tools|test|bench|samples)/' },
    },
    {
      name: 'no-development-packages-in-shipped-code',
      severity: 'error',
      comment:
        'src ships: what it imports at run time belongs in "dependencies" of package.json, or into the bundle (tools/pack-packages.ts). src/client and src/webview always ship as bundles.',
      from: { path: '^src/', pathNot: '^src/(client|webview)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/(@types/|recheck/|refa/|scslre/|@eslint-community/regexpp/|web-tree-sitter/)',
      },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or need a third: move what both use there.',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved-imports',
      severity: 'error',
      comment: 'This import leads nowhere. Write the path with its .ts extension, or add the package to package.json.',
      from: {},
      // The editor provides `vscode`.
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: '^(dist|samples|bench/peers|test/(cases|advice/[^/]+|projects|editor/grammar|fixes|corpus/packages))/|/\\.corpus/|^bench/migration/work/',
    },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'tsc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.node'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
