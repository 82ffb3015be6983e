import { join } from 'node:path';
import { describe, it } from 'mocha';
import { run } from '../../tools/packaging/run.ts';
import { repository } from './lab/cache.ts';
import { installVsCode } from './lab/vscode.ts';

const grammars = [
  'javascript/syntaxes/JavaScript',
  'javascript/syntaxes/JavaScriptReact',
  'typescript-basics/syntaxes/TypeScript',
  'typescript-basics/syntaxes/TypeScriptReact',
  'python/syntaxes/MagicPython',
];

// Against the grammars of VS Code, which ours is injected into.
describe('the grammar of directives', () => {
  for (const extension of ['js', 'jsx', 'ts', 'tsx', 'py']) {
    it(`colours the comments of .${extension} files, and nothing else`, async function () {
      this.timeout(180_000);
      const { folder } = await installVsCode();
      const options = grammars.flatMap((name) => ['-g', join(folder, 'extensions', `${name}.tmLanguage.json`)]);
      const program = join(repository, 'node_modules/vscode-tmgrammar-test/dist/unit.js');
      await run(process.execPath, [program, ...options, `test/editor/grammar/comments.${extension}`], repository);
    });
  }
});
