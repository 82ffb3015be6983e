import type { Invocation, Log, Notification, ReportingDescriptor, Run } from 'sarif';
import type { Report, RuleInfo } from '../../model/report.ts';
import { sortedFindings } from '../findings.ts';
import type { Reporter } from '../types.ts';
import type { Locator } from './location.ts';
import { createLocator, sourceRoot } from './location.ts';
import { resultOf } from './result.ts';
import { folderUri } from './uri.ts';

const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
const homepage = 'https://github.com/loopwise/loopwise';

const notifications: readonly ReportingDescriptor[] = [
  { id: 'skipped-file', shortDescription: { text: 'A file was not analysed.' } },
  { id: 'unused-directive', shortDescription: { text: 'A suppression directive suppresses nothing.' } },
  { id: 'warning', shortDescription: { text: 'A problem of the configuration or the workspace.' } },
];

/** SARIF 2.1.0, for code scanning services and editors. */
export const toSarif: Reporter = (report, { rules }) => {
  const log: Log = { $schema: schema, version: '2.1.0', runs: [runOf(report, rules)] };
  return `${JSON.stringify(log)}\n`;
};

function runOf(report: Report, rules: readonly RuleInfo[]): Run {
  const locator = createLocator(report);
  return {
    tool: {
      driver: {
        name: 'Loopwise',
        version: report.version,
        semanticVersion: report.version,
        informationUri: homepage,
        rules: rules.map(descriptorOf),
        notifications: [...notifications],
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [sourceRoot]: { uri: folderUri(report.root) } },
    invocations: [invocationOf(report, locator)],
    artifacts: locator.artifacts,
    results: sortedFindings(report).map((finding) =>
      resultOf(
        finding,
        rules.findIndex((rule) => rule.id === finding.rule),
        locator,
      ),
    ),
  };
}

function descriptorOf(rule: RuleInfo): ReportingDescriptor {
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: `${rule.why}\n${rule.helpUri}`, markdown: `${rule.why} [Read more](${rule.helpUri}).` },
    helpUri: rule.helpUri,
    defaultConfiguration: { level: 'warning' },
    properties: { tags: ['performance', 'event-loop', rule.verdict], precision: 'high' },
  };
}

function invocationOf(report: Report, { locate }: Locator): Invocation {
  const notify = (id: string, level: Notification['level'] & string, text: string): Notification => ({
    descriptor: { id, index: notifications.findIndex((descriptor) => descriptor.id === id) },
    level,
    message: { text },
  });
  return {
    executionSuccessful: report.analysedFiles > 0,
    toolExecutionNotifications: [
      ...report.skipped.map(({ file, reason, at }) => ({
        ...notify('skipped-file', 'warning', reason),
        locations: [locate(file, at)],
      })),
      ...report.unusedDirectives.map(({ file, at, text }) => ({
        ...notify('unused-directive', 'note', `${text} suppresses nothing.`),
        locations: [locate(file, at)],
      })),
      ...report.warnings.map((text) => notify('warning', 'warning', text)),
    ],
  };
}
