import { basename, dirname } from 'node:path/posix';
import * as vscode from 'vscode';
import type { FindingView } from '../protocol/messages.ts';
import { toRange } from './places.ts';
import type { FindingNode, GroupNode, StepNode, TreeNode } from './tree-model.ts';

const icons = {
  error: new vscode.ThemeIcon('error', new vscode.ThemeColor('problemsErrorIcon.foreground')),
  warning: new vscode.ThemeIcon('warning', new vscode.ThemeColor('problemsWarningIcon.foreground')),
  information: new vscode.ThemeIcon('info', new vscode.ThemeColor('problemsInfoIcon.foreground')),
  hint: new vscode.ThemeIcon('lightbulb', new vscode.ThemeColor('editorLightBulb.foreground')),
};
const suppressedIcon = new vscode.ThemeIcon('eye-closed', new vscode.ThemeColor('disabledForeground'));

export function toTreeItem(node: TreeNode): vscode.TreeItem {
  if (node.kind === 'group') return groupItem(node);
  return node.kind === 'finding' ? findingItem(node) : stepItem(node);
}

function groupItem({ grouping, key, findings }: GroupNode): vscode.TreeItem {
  const first = findings[0]!.finding;
  const item = new vscode.TreeItem(
    grouping === 'file' ? basename(first.path) : key,
    vscode.TreeItemCollapsibleState.Expanded,
  );
  item.id = `${grouping}:${key}`;
  item.contextValue = 'group';
  item.description = `${findings.length}`;
  if (grouping === 'verdict') describeVerdict(item, first.verdict);
  if (grouping === 'rule') item.iconPath = new vscode.ThemeIcon('law');
  if (grouping === 'file') {
    item.resourceUri = vscode.Uri.parse(key);
    item.iconPath = vscode.ThemeIcon.File;
    const folder = dirname(first.path);
    item.description = folder === '.' ? `${findings.length}` : `${folder}  ${findings.length}`;
  }
  return item;
}

function describeVerdict(item: vscode.TreeItem, verdict: FindingView['verdict']): void {
  const [icon, label, tooltip] = {
    concurrency: [
      'watch',
      vscode.l10n.t('Waiting: concurrency fits'),
      vscode.l10n.t('It waits for a disk, a process or a network. Await it, and overlap the waits.'),
    ],
    parallelism: [
      'server-process',
      vscode.l10n.t('Computing: parallelism fits'),
      vscode.l10n.t('It computes. Move it to a worker thread or a process.'),
    ],
    both: [
      'combine',
      vscode.l10n.t('Waiting and computing: both fit'),
      vscode.l10n.t('It waits and it computes. Await the one, and move the other to a worker thread.'),
    ],
    neither: ['pass', vscode.l10n.t('Neither fits'), vscode.l10n.t('It is best left as it is.')],
  }[verdict] as [string, string, string];
  item.label = label;
  item.tooltip = tooltip;
  item.iconPath = new vscode.ThemeIcon(icon);
}

function findingItem({ finding, grouping, group, steps }: FindingNode): vscode.TreeItem {
  const [first] = steps;
  const last = steps.at(-1);
  const item = new vscode.TreeItem(
    first?.step.call ?? finding.operation.name,
    steps.length > 1 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
  );
  const line = finding.range.start.line + 1;
  item.id = `${grouping}:${group}:${finding.id}:${finding.uri}`;
  const place = grouping === 'file' ? `${line}` : `${basename(finding.path)}:${line}`;
  item.description = last && last !== first ? `${place} → ${last.step.call}` : place;
  item.contextValue = 'finding';
  item.iconPath = finding.suppressed ? suppressedIcon : icons[finding.severity];
  item.tooltip = new vscode.MarkdownString(explanation(finding));
  item.accessibilityInformation = { label: `${finding.severity}: ${finding.message} ${finding.path}, ${line}` };
  item.command = { command: 'loopwise.revealFinding', title: vscode.l10n.t('Go to Finding'), arguments: [{ finding }] };
  return item;
}

function stepItem({ step, finding, index }: StepNode): vscode.TreeItem {
  const item = new vscode.TreeItem(step.call, vscode.TreeItemCollapsibleState.None);
  item.id = `step:${finding.id}:${finding.uri}:${index}`;
  item.description = `${basename(step.uri)}:${step.range.start.line + 1}`;
  item.iconPath = new vscode.ThemeIcon(index === finding.steps.length - 1 ? 'debug-breakpoint' : 'arrow-small-right');
  item.tooltip = vscode.l10n.t('Called by {0}', step.caller);
  item.contextValue = 'step';
  item.command = {
    command: 'vscode.open',
    title: vscode.l10n.t('Go to Call'),
    arguments: [vscode.Uri.parse(step.uri), { selection: toRange(step.range) }],
  };
  return item;
}

/** What one would want to paste into a conversation. */
export function explanation(finding: FindingView): string {
  const { message, path, range, rule, steps, operation, suppressed } = finding;
  const lines = [message, ''];
  for (const { call, uri, range: at } of steps) lines.push(`- \`${call}\` ${basename(uri)}:${at.start.line + 1}`);
  if (operation.instead !== undefined) lines.push('', operation.instead);
  if (suppressed) lines.push('', vscode.l10n.t('Suppressed: {0}', suppressed.reason));
  lines.push('', `${rule} · ${path}:${range.start.line + 1}`);
  return lines.join('\n');
}
