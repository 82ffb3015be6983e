import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { extractFacts } from '../../src/languages/javascript/extract.ts';
import { ruleIds } from '../../src/model/finding.ts';
import grammar from '../../syntaxes/loopwise-comments.tmLanguage.json' with { type: 'json' };

const directive = new RegExp(grammar.repository.directive.match);

const comments = [
  'loopwise-ignore-next-line',
  `loopwise-ignore-next-line ${ruleIds[0]} -- a reason`,
  `loopwise-ignore-line ${ruleIds.join(', ')}`,
  `loopwise-ignore-file ${ruleIds[2]} -- one -- and two`,
];

describe('syntaxes/loopwise-comments', () => {
  for (const comment of comments) {
    it(`colours "${comment}" as the analyser reads it`, () => {
      const [read] = extractFacts('a.ts', `// ${comment}\nrun();`).directives;
      const [, keyword, rules = '', dashes] = directive.exec(comment) ?? [];
      assert.equal(keyword, comment.split(' ')[0]);
      assert.deepEqual(rules.split(/[\s,]+/).filter(Boolean), read?.rules);
      assert.equal(dashes === '--', read?.reason !== '');
    });
  }
});
