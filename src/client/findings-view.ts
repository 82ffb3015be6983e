import * as vscode from 'vscode';
import type { Findings } from './findings.ts';
import type { Server } from './server.ts';
import { toTreeItem } from './tree-items.ts';
import {
  buildTree,
  everything,
  groupings,
  passes,
  type Filter,
  type GroupNode,
  type Grouping,
  type TreeNode,
} from './tree-model.ts';

const groupingKey = 'loopwise.grouping';

/** The tree of findings in the side bar. */
export class FindingsView implements vscode.TreeDataProvider<TreeNode> {
  readonly #findings: Findings;
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  #filter: Filter = everything;
  #grouping: Grouping;
  #roots: readonly GroupNode[] = [];
  view: vscode.TreeView<TreeNode> | undefined;

  constructor(findings: Findings, memory: vscode.Memento) {
    this.#findings = findings;
    this.#memory = memory;
    this.#grouping = memory.get<Grouping>(groupingKey, 'verdict');
    findings.onChanged(() => this.#refresh());
    void vscode.commands.executeCommand('setContext', groupingKey, this.#grouping);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return toTreeItem(node);
  }

  getChildren(node?: TreeNode): TreeNode[] {
    if (!node) return [...this.#roots];
    if (node.kind === 'group') return [...node.findings];
    return node.kind === 'finding' && node.steps.length > 1 ? [...node.steps] : [];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    if (node.kind === 'group') return undefined;
    if (node.kind === 'finding') return this.#roots.find(({ findings }) => findings.includes(node));
    return this.#roots.flatMap(({ findings }) => findings).find(({ steps }) => steps.includes(node));
  }

  /** Shows the group of a file; the view has to be grouped by file. */
  async revealFile(uri: string): Promise<void> {
    const group = this.#roots.find(({ key }) => key === uri);
    const [first] = group?.findings ?? [];
    if (first) await this.view?.reveal(first, { select: true, focus: true });
  }

  group(grouping: Grouping): void {
    this.#grouping = grouping;
    void this.#memory.update(groupingKey, grouping);
    void vscode.commands.executeCommand('setContext', groupingKey, grouping);
    this.#refresh();
  }

  /** Lets the user choose what is shown. */
  async chooseFilter(): Promise<void> {
    const severities = [...everything.severities].map((severity) => ({
      label: severityLabels()[severity],
      severity,
      picked: this.#filter.severities.has(severity),
    }));
    const suppressed = { label: vscode.l10n.t('Suppressed'), severity: undefined, picked: this.#filter.suppressed };
    const chosen = await vscode.window.showQuickPick([...severities, suppressed], {
      canPickMany: true,
      placeHolder: vscode.l10n.t('Findings to show'),
    });
    if (!chosen) return;
    this.filter({
      severities: new Set(chosen.flatMap(({ severity }) => severity ?? [])),
      suppressed: chosen.some(({ severity }) => severity === undefined),
    });
  }

  filter(filter: Filter): void {
    this.#filter = filter;
    const isFiltered = filter.suppressed || filter.severities.size < everything.severities.size;
    void vscode.commands.executeCommand('setContext', 'loopwise.filtered', isFiltered);
    this.#refresh();
  }

  #refresh(): void {
    this.#roots = buildTree(this.#findings.all, this.#grouping, this.#filter);
    this.#changed.fire();
    if (!this.view) return;
    const open = this.#findings.all.filter(({ suppressed }) => suppressed === undefined);
    const shown = this.#findings.all.filter((finding) => passes(this.#filter, finding));
    this.view.badge = { value: open.length, tooltip: vscode.l10n.t('{0} findings', open.length) };
    this.view.message =
      shown.length < this.#findings.all.length && shown.length > 0 && shown.length !== open.length
        ? vscode.l10n.t('{0} of {1} findings', shown.length, this.#findings.all.length)
        : '';
  }
}

export function registerFindingsView(
  context: vscode.ExtensionContext,
  findings: Findings,
  server: Server,
): FindingsView {
  const tree = new FindingsView(findings, context.workspaceState);
  const view = vscode.window.createTreeView('loopwise.findings', { treeDataProvider: tree, showCollapseAll: true });
  tree.view = view;
  findings.live = view.visible;
  const { registerCommand } = vscode.commands;
  context.subscriptions.push(
    view,
    view.onDidChangeVisibility(({ visible }) => (findings.live = visible)),
    registerCommand('loopwise.filterFindings', () => tree.chooseFilter()),
    registerCommand('loopwise.clearFilter', () => tree.filter(everything)),
    ...groupings.map((grouping) =>
      registerCommand(`loopwise.groupBy${grouping.charAt(0).toUpperCase()}${grouping.slice(1)}`, () =>
        tree.group(grouping),
      ),
    ),
    server.onStatus(({ state, progress }) => {
      if (state === 'indexing' && progress) {
        view.message = vscode.l10n.t('{0} of {1} files read', progress.done, progress.total);
      } else if (state === 'ready') view.message = '';
    }),
  );
  return tree;
}

function severityLabels(): Record<'error' | 'warning' | 'information' | 'hint', string> {
  return {
    error: vscode.l10n.t('Errors'),
    warning: vscode.l10n.t('Warnings'),
    information: vscode.l10n.t('Information'),
    hint: vscode.l10n.t('Hints'),
  };
}
