import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { ruleIds } from '../../src/model/finding.ts';
import { rules } from '../../src/rules/index.ts';
import { sessionOver } from '../support/analyse.ts';

const sections = ['Why it matters', 'What it finds', 'When to leave it alone', 'Options and suppression'];
const pages = readdirSync('docs/rules').map((file) => ({
  rule: file.replace(/\.md$/, ''),
  text: readFileSync(`docs/rules/${file}`, 'utf8'),
}));

interface Example {
  readonly language: string;
  readonly expectation: string;
  readonly source: string;
  readonly line: number;
}

/** Fenced blocks whose info string is `js flagged`, `js fixed` or `js silent`. */
function examplesOf(page: string): Example[] {
  return [...page.matchAll(/^```(\w+) (\w+)\n([\s\S]*?)^```$/gm)].map((match) => {
    const [, language = '', expectation = '', source = ''] = match;
    return { language, expectation, source, line: page.slice(0, match.index).split('\n').length };
  });
}

/** Files that stand beside the examples of a page. */
const BESIDE = /^```js beside (\S+)\n([\s\S]*?)^```$/gm;

describe('rules', () => {
  it('are the ids of the model, in its order', () => {
    assert.deepEqual(
      rules.map((rule) => rule.id),
      [...ruleIds],
    );
  });

  it('have a page each, and every page has a rule', () => {
    assert.deepEqual(
      pages.map(({ rule }) => rule),
      [...ruleIds].sort(),
    );
  });
});

for (const { rule, text } of pages) {
  describe(`docs/rules/${rule}.md`, () => {
    it('has the title, the verdict and the sections of every page', () => {
      assert.equal(text.split('\n')[0], `# ${rule}`);
      const verdict = rules.find(({ id }) => id === rule)?.verdict;
      assert.match(text, new RegExp(`^Verdict: \\*\\*${String(verdict)}\\*\\*`, 'm'));
      assert.deepEqual(
        [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title),
        sections,
      );
    });

    it('shows what is flagged, what to write instead and what is silent', () => {
      const shown = new Set(examplesOf(text).map(({ expectation }) => expectation));
      assert.deepEqual([...shown].sort(), ['fixed', 'flagged', 'silent']);
    });

    for (const { language, expectation, source, line } of examplesOf(text)) {
      it(`line ${line}: the example is ${expectation}`, async () => {
        const beside = [...text.matchAll(BESIDE)].map(([, name = '', content = '']) => [name, content] as const);
        const report = await sessionOver(new Map([[`example.${language}`, source], ...beside])).audit();
        assert.deepEqual(report.skipped, []);
        assert.deepEqual(report.unusedDirectives, []);
        const reported = report.findings.filter((finding) => !finding.suppression).map((finding) => finding.rule);
        // Promises that compute are told beside the computation; what threads compute is not on the loop.
        const others = rule === 'concurrency-for-cpu' && !source.includes('to_thread') ? ['heavy-call'] : [];
        assert.deepEqual(reported.sort(), expectation === 'flagged' ? [rule, ...others].sort() : []);
      });
    }
  });
}
