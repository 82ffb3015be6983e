import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describe, it } from 'mocha';
import schema from '../../loopwise.schema.json' with { type: 'json' };
import { createProgram } from '../../src/cli/program.ts';
import { ruleIds } from '../../src/model/finding.ts';
import { updatedReadme } from '../../tools/update-readme.ts';

const readme = readFileSync('README.md', 'utf8');
const ownProse = readme.replace(/^```yaml[\s\S]*?^```/gm, '');

function flagsOf(command: Command): string[] {
  return [...command.options.map((option) => option.long ?? ''), ...command.commands.flatMap(flagsOf)];
}

describe('README', () => {
  it('names only options that the command line has', () => {
    const known = new Set([...flagsOf(createProgram(() => undefined)), '--help', '--version']);
    const named = [...ownProse.matchAll(/`?(--[a-z][a-z-]*)/g)].map(([, flag]) => flag!);
    assert.deepEqual(
      named.filter((flag) => !known.has(flag)),
      [],
    );
  });

  it('names every option of an audit', () => {
    const audit = createProgram(() => undefined).commands.find((command) => command.name() === 'audit');
    assert.ok(audit);
    assert.deepEqual(
      flagsOf(audit).filter((flag) => !ownProse.includes(flag)),
      [],
    );
  });

  it('names every key of the configuration, and no other', () => {
    const [, table = ''] = /^## Configuration$([\s\S]*?)^### /m.exec(readme) ?? [];
    const rows = [...table.matchAll(/^\| (`.+?) +\|/gm)].map(([, cell]) => cell!);
    const named = rows.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, key]) => key!));
    const keys = Object.keys(schema.properties).filter((key) => key !== '$schema');
    assert.deepEqual(named.sort(), keys.sort());
  });

  it('shows what an audit of the sample application prints', () => {
    assert.equal(readme, updatedReadme(readme), 'run `npm run update`');
  });

  it('links to the page of every rule', () => {
    const linked = [...readme.matchAll(/\(docs\/rules\/([\w-]+)\.md\)/g)].map(([, rule]) => rule!);
    assert.deepEqual(linked, [...ruleIds]);
  });
});

describe('loopwise.schema.json', () => {
  it('knows the rules', () => {
    assert.deepEqual(Object.keys(schema.properties.rules.properties), [...ruleIds]);
  });
});
