import type { CodeFlow, Result } from 'sarif';
import type { Finding, Severity } from '../../model/finding.ts';
import { entryPhrase, isIndirect } from '../words.ts';
import { type Locator, regionOf } from './location.ts';

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const;

/** SARIF has no level below `note`; the rank keeps hints apart. */
const ranks: Readonly<Record<Severity, number>> = { error: 90, warning: 60, information: 30, hint: 10 };

export function resultOf(finding: Finding, ruleIndex: number, { locate }: Locator): Result {
  const { operation, suppression } = finding;
  return {
    ruleId: finding.rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: levels[finding.severity],
    rank: ranks[finding.severity],
    message: { text: [finding.message, operation.instead, ...finding.notes].filter(Boolean).join('\n') },
    locations: [locate(finding.file, finding.range)],
    relatedLocations: relatedLocations(finding, locate),
    ...(isIndirect(finding) && { codeFlows: [codeFlowOf(finding, locate)] }),
    partialFingerprints: { 'loopwise/v1': finding.fingerprint },
    // Present on every result, so that the empty list says "not suppressed" and not "unknown".
    suppressions: suppression
      ? [
          {
            kind: 'inSource',
            status: 'accepted',
            justification: suppression.reason,
            location: locate(finding.file, suppression.at),
          },
        ]
      : [],
    properties: {
      severity: finding.severity,
      confidence: finding.confidence,
      verdict: finding.verdict,
      operation: operation.name,
      work: operation.work,
      cost: operation.cost,
      ...(operation.expression && { expression: operation.expression }),
      ...(finding.estimate && { estimate: finding.estimate }),
      ...(finding.together && { together: finding.together.map(regionOf) }),
    },
  };
}

function relatedLocations(finding: Finding, locate: Locator['locate']): Result['relatedLocations'] {
  const { entry, path } = finding;
  const places = [
    locate(entry.file, entry.at, `It runs on the event loop: ${entryPhrase(finding)}.`),
    ...path.slice(1).map((step) => locate(step.file, step.at, `\`${step.caller}\` calls \`${step.call}\`.`)),
  ];
  return places.map((place, id) => ({ id, ...place }));
}

function codeFlowOf({ entry, path, operation }: Finding, locate: Locator['locate']): CodeFlow {
  const start = locate(entry.file, entry.at, `${entry.role} \`${entry.name}\``);
  const steps = path.map((step, index) => {
    const last = index === path.length - 1;
    const text = `\`${step.caller}\` calls \`${step.call}\`${last ? `, which ${operation.does}` : ''}`;
    return {
      location: locate(step.file, step.at, text),
      nestingLevel: index + 1,
      importance: last ? 'essential' : 'important',
    } as const;
  });
  return {
    threadFlows: [{ locations: [{ location: start, nestingLevel: 0, importance: 'important' }, ...steps] }],
  };
}
