import type { FixAllResult } from '../../src/session/fixes.ts';
import type { Breaking, Outcome, Tried } from './migrate.ts';
import { inShort } from './suite.ts';

export function renderPage(outcomes: readonly Outcome[], node: string): string {
  const tried = outcomes.flatMap((outcome) => outcome.tried);
  const applied = sum(outcomes, ({ rewrites }) => rewrites.all.applied.length);
  const safe = sum(outcomes, ({ rewrites }) => rewrites.safe.applied.length);
  const withTwin = tried.filter(hasTwin);
  const offered = withTwin.filter(isOffered);
  const broken = sum(outcomes, brokenBy);
  const changed = outcomes.filter(({ rewrites }) => rewrites.all.applied.length > 0);
  return `# Migrating published packages

Written by \`npm run migrate\` with Node ${node}. It fetches packages that publish their tests, at pinned versions, and installs
what these need. It applies what \`loopwise fix\` rewrites, and on a copy what \`loopwise fix --unsafe\` rewrites, and runs the
packages' own tests before and after. No test is changed by hand; rewrites change tests only where these call what
became asynchronous.

- **${withTwin.length}** findings (hints left out) are calls with an asynchronous form. For **${offered.length}** of them a rewrite is offered: **${percent(offered.length, withTwin.length)}**.
- **${applied}** rewrites were applied in ${changed.length} packages, ${safe} of them safe. **${applied - broken}** leave the suites as they were: **${percent(applied - broken, applied)}**.
- The tests run ${offered.filter(({ isReached }) => isReached).length} of the ${offered.length} calls that a rewrite is offered for.

| Package | Findings | With async form | Offered | Of these run by tests | Refused | Applied, safe | Applied, all | Tests before | With the safe ones | With all |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${outcomes.map(row).join('\n')}

One rewrite may be the way out of several findings, and one may uncover another finding. So the numbers of rewrites that are offered
and applied differ. Counts of tests in TAP include groups of tests.

## Where tests end in another way

${outcomes.flatMap(differing).join('\n') || 'Nowhere.'}

## What was done, and what was refused

${outcomes.map(details).join('\n')}`;
}

function row({ pin, tried, rewrites, before, withSafe, withAll }: Outcome): string {
  const offered = tried.filter(isOffered);
  const cells = [
    `${pin.name} ${pin.version}`,
    tried.length,
    tried.filter(hasTwin).length,
    offered.length,
    offered.filter(({ isReached }) => isReached).length,
    tried.length - offered.length,
    rewrites.safe.applied.length,
    rewrites.all.applied.length,
    ...[before, withSafe, withAll].map(inShort),
  ];
  return `| ${cells.join(' | ')} |`;
}

function hasTwin({ finding }: Tried): boolean {
  return finding.operation.twin !== undefined;
}

function isOffered({ fix }: Tried): boolean {
  return fix !== undefined && !fix.disabled;
}

/** How many of the applied rewrites tests speak against; all, if none does so alone. */
function brokenBy({ different, breaking, rewrites }: Outcome): number {
  if (different.length === 0) return 0;
  const applied = rewrites.all.applied.length;
  const titles = new Set(breaking.map(placeOf));
  return titles.size === 0 ? applied : Math.min(applied, titles.size);
}

/** Findings with the same way out are one rewrite. */
function placeOf({ offer: { fix } }: Breaking): string {
  return JSON.stringify(fix?.changes);
}

function differing({ pin, different, breaking }: Outcome): string[] {
  if (different.length === 0) return [];
  const causes = breaking.map(({ offer: { finding, fix }, tests }) => {
    const place = `\`${finding.file}:${finding.range[0] + 1}\``;
    return `  - ${place} ${fix?.title ?? ''}: ${tests.length} of them, where it is the only rewrite`;
  });
  return [`- **${pin.name}**: ${different.length} tests. ${pin.explained ?? 'Not explained.'}`, ...causes];
}

function details({ pin, tried, rewrites: { all } }: Outcome): string {
  const refused = tried.filter((one) => !isOffered(one));
  const lines = [
    ...(pin.note === undefined ? [] : [pin.note, '']),
    ...applications(all),
    ...refused.map(({ finding, fix }) => {
      const reason = fix?.disabled?.reason ?? 'there is no rewrite for it';
      return `- refused: \`${finding.file}:${finding.range[0] + 1}\` \`${finding.operation.name}\`: ${reason}`;
    }),
  ];
  return `### ${pin.name} ${pin.version}\n\n${lines.length === 0 ? 'There are no findings but hints.' : lines.join('\n')}\n`;
}

function applications({ applied }: FixAllResult): string[] {
  return applied.map(({ finding, fix }) => {
    const safety = fix.safety === 'safe' ? ' (safe)' : '';
    return `- applied${safety}: \`${finding.file}:${finding.range[0] + 1}\` ${fix.title}`;
  });
}

function sum(outcomes: readonly Outcome[], count: (outcome: Outcome) => number): number {
  return outcomes.reduce((total, outcome) => total + count(outcome), 0);
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.floor((100 * part) / whole)} %`;
}
