import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { RuleId } from '../model/finding.ts';
import { ruleIds } from '../model/finding.ts';
import type { Format } from '../reporters/formats.ts';
import { formats } from '../reporters/formats.ts';
import type { Bar } from './exit-code.ts';
import { bars, defaultBar } from './exit-code.ts';
import type { ProjectOptions } from './project-options.ts';
import { addProjectOptions, parseCount } from './project-options.ts';

export interface AuditOptions extends ProjectOptions {
  readonly format: Format;
  readonly output?: string;
  readonly failOn?: Bar;
  readonly maxFindings: number;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly changedSince?: string;
  readonly rule?: readonly RuleId[];
  readonly hints?: boolean;
  readonly allPlaces?: boolean;
  readonly stats?: boolean;
  readonly color?: boolean;
}

const exitCodes = `
Exit codes:
  0  no finding at or over the bar (--fail-on, --max-findings, --baseline)
  1  findings at or over the bar
  2  the audit could not be done: nothing was analysed, a path or an option is wrong, the config has errors`;

/** Options of `loopwise audit`, in the order in which help shows them. */
export function addAuditOptions(command: Command): Command {
  command
    .description('find what blocks the event loop')
    .addOption(new Option('-f, --format <format>', 'how to report').choices(formats).default('text'))
    .option('-o, --output <file>', 'write the report to a file')
    .addOption(
      new Option('--fail-on <severity>', `the least severity that fails the audit (default: "${defaultBar}")`).choices(
        bars,
      ),
    )
    .addOption(
      new Option('--max-findings <n>', 'how many findings at or over the bar are let pass')
        .argParser(parseCount)
        .default(0),
    )
    .option('--baseline <file>', 'leave out the findings that the file knows, and name those that are fixed')
    .option('--update-baseline', 'write all findings to the baseline file instead of reporting them')
    .option('--changed-since <revision>', 'report only what the changes since a git revision touch')
    .option('--all-places', 'report every place that leads to one operation through calls, not only ten of them')
    .option('--hints', 'also report hints: what commands do, what runs once, what seems to run at start-up')
    .addOption(new Option('--rule <id>', 'report this rule only; may be repeated').argParser(collectRule));
  return addProjectOptions(command)
    .option('--stats', 'add sizes and timings')
    .option('--color', 'colour the text report even when it is piped')
    .option('--no-color', 'do not colour it')
    .addHelpText('after', exitCodes);
}

export function collectRule(id: string, earlier: readonly RuleId[] = []): RuleId[] {
  const known = ruleIds.find((rule) => rule === id);
  if (known === undefined) throw new InvalidArgumentError(`The rules are ${ruleIds.join(', ')}.`);
  return [...earlier, known];
}
