import type { FindingView, StepView } from '../protocol/messages.ts';

export const groupings = ['verdict', 'file', 'rule'] as const;
export type Grouping = (typeof groupings)[number];

/** What the view leaves out. */
export interface Filter {
  readonly severities: ReadonlySet<FindingView['severity']>;
  readonly suppressed: boolean;
}

export interface GroupNode {
  readonly kind: 'group';
  readonly grouping: Grouping;
  /** The verdict, the rule, or the path of the file. */
  readonly key: string;
  readonly findings: readonly FindingNode[];
}

export interface FindingNode {
  readonly kind: 'finding';
  readonly finding: FindingView;
  readonly grouping: Grouping;
  readonly group: string;
  readonly steps: readonly StepNode[];
}

export interface StepNode {
  readonly kind: 'step';
  readonly step: StepView;
  readonly finding: FindingView;
  readonly index: number;
}

export type TreeNode = GroupNode | FindingNode | StepNode;

export const everything: Filter = {
  severities: new Set(['error', 'warning', 'information', 'hint']),
  suppressed: false,
};

const severityOrder = ['error', 'warning', 'information', 'hint'];

export function passes({ severities, suppressed }: Filter, finding: FindingView): boolean {
  return severities.has(finding.severity) && (suppressed || finding.suppressed === undefined);
}

/** The groups and what is in them, the worst first. */
export function buildTree(findings: readonly FindingView[], grouping: Grouping, filter: Filter): GroupNode[] {
  const groups = new Map<string, FindingView[]>();
  for (const finding of findings.filter((each) => passes(filter, each))) {
    const key = keyOf(finding, grouping);
    const members = groups.get(key);
    if (members) members.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups]
    .map(([key, members]): GroupNode => {
      const nodes = members.sort(bySeverityAndPlace).map((finding) => findingNode(finding, grouping, key));
      return { kind: 'group', grouping, key, findings: nodes };
    })
    .sort((a, b) => bySeverityAndPlace(a.findings[0]!.finding, b.findings[0]!.finding) || compare(a.key, b.key));
}

function findingNode(finding: FindingView, grouping: Grouping, group: string): FindingNode {
  const steps = finding.steps.map((step, index): StepNode => ({ kind: 'step', step, finding, index }));
  return { kind: 'finding', finding, grouping, group, steps };
}

function keyOf(finding: FindingView, grouping: Grouping): string {
  if (grouping === 'verdict') return finding.verdict;
  if (grouping === 'rule') return finding.rule;
  return finding.uri;
}

function bySeverityAndPlace(a: FindingView, b: FindingView): number {
  return (
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
    compare(a.uri, b.uri) ||
    a.range.start.line - b.range.start.line ||
    a.range.start.character - b.range.start.character
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
