import type { MigratedPackage } from './pins.ts';
import type { Summary } from './summary.ts';

const GOALS = { offered: 81, kept: 95 };

export function renderPage(pins: readonly MigratedPackage[], summaries: readonly Summary[], node: string): string {
  const total = (key: 'withForm' | 'offered' | 'reached' | 'applied' | 'safe' | 'broken'): number =>
    summaries.reduce((sum, summary) => sum + summary[key], 0);
  const applied = total('applied');
  const left = applied - total('broken');
  const alone = summaries.reduce((sum, summary) => sum + summary.alone.length, 0);
  const changed = summaries.filter((summary) => summary.applied > 0);
  return `# Migrating published packages

Written by \`npm run migrate\` with Node ${node}. It fetches packages that publish their tests, at pinned versions, and installs
what these need. It applies what \`loopwise fix\` rewrites, and on a copy what \`loopwise fix --unsafe\` rewrites, and runs the
packages' own tests before and after. No test is changed by hand; rewrites change tests only where these call what
became asynchronous.

- **${total('withForm')}** findings (hints left out) are calls with an asynchronous form. For **${total('offered')}** of them a rewrite is offered: **${percent(total('offered'), total('withForm'))}**.
- **${applied}** rewrites were applied in ${changed.length} packages, ${total('safe')} of them safe. **${left}** leave the suites as they were: **${percent(left, applied)}**.
- **${alone}** further rewrites are offered for one finding at a time and not applied along with others: tests of the package
  show whether the code waits (they stub the API, or call listeners themselves), and have to change with it.
- The goals are ${GOALS.offered} % and ${GOALS.kept} %.
- V8 saw the tests run ${total('reached')} of the ${total('offered')} calls that a rewrite is offered for.

| Package | Findings | With async form | Offered | Run by tests | Refused | Applied: safe | Applied: all | Tests before | With the safe ones | With all |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${summaries.map(row).join('\n')}

Eight packages (cache-manager-fs, connect-api-mocker, forever-monitor, log4js, node-persist, streamroller, winston and
zigbee-herdsman) were added by a rule, before anything of them was rewritten: a version is published with its tests, an audit
finds a call with an asynchronous form in code that a loop runs, the tests print TAP here without a network, nine out of ten
of them pass, and nothing has to be built. None of these was left out for what the rewrites did to it.

One rewrite may be the way out of several findings, and one may uncover another finding. So the numbers of rewrites that are
offered and applied differ. Counts of tests in TAP include groups of tests. Where tests run a transformed text of the sources,
as those of TypeScript do, V8 does not say which calls ran. Tests that end in another way are run once more, with and without
the rewrites: what does not show again hangs on time, and does not count.

## Where tests end in another way

${summaries.flatMap((summary) => differing(pinOf(pins, summary), summary)).join('\n') || 'Nowhere.'}

## What was done, and what was refused

${summaries.map((summary) => details(pinOf(pins, summary), summary)).join('\n')}`;
}

function pinOf(pins: readonly MigratedPackage[], { name }: Summary): MigratedPackage | undefined {
  return pins.find((pin) => pin.name === name);
}

function row(summary: Summary): string {
  const { name, version, findings, withForm, offered, reached, refused, safe, applied, runs } = summary;
  const cells = [`${name} ${version}`, findings, withForm, offered, reached, refused, safe, applied, ...runs];
  return `| ${cells.join(' | ')} |`;
}

function differing(pin: MigratedPackage | undefined, { name, different, causes }: Summary): string[] {
  if (different.length === 0) return [];
  const why = pin?.explained ?? 'Not explained.';
  return [
    `- **${name}**: ${different.length === 1 ? 'one test' : `${different.length} tests`}. ${why}`,
    ...causes.map((cause) => `  - ${cause}, as the only rewrite`),
  ];
}

function details(pin: MigratedPackage | undefined, { name, version, done, alone, left }: Summary): string {
  const lines = [
    ...done.map((line) => `- applied: ${line}`),
    ...alone.map((line) => `- offered alone: ${line}`),
    ...left.map((line) => `- refused: ${line}`),
  ];
  const note = pin?.note === undefined ? '' : `${pin.note}\n\n`;
  return `### ${name} ${version}\n\n${note}${lines.length === 0 ? 'There are no findings but hints.' : lines.join('\n')}\n`;
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.floor((100 * part) / whole)} %`;
}
