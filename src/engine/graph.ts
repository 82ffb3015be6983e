import type { CallbackEntry } from '../catalog/types.ts';
import { added, NONE, type Edge, type EdgeKind, type FunctionNode, type Hit } from './nodes.ts';
import type { Unit } from './unit.ts';

export interface NewEdge {
  readonly from: FunctionNode;
  readonly to: FunctionNode;
  readonly call: number;
  readonly kind: EdgeKind;
  readonly likely: boolean;
  readonly isSite: boolean;
  readonly isCall?: boolean;
  readonly entry?: CallbackEntry | undefined;
  readonly role?: string | undefined;
}

/** Draws an edge once: those of one call follow each other. */
export function addEdge({ from, to, call, kind, likely, isSite, isCall = false, entry, role }: NewEdge): void {
  for (let index = from.out.length - 1; index >= 0; index--) {
    const known = from.out[index];
    if (known?.call !== call || known.isSite !== isSite) break;
    if (known.to === to && known.kind === kind) {
      known.likely &&= likely;
      return;
    }
  }
  const edge: Edge = { from, to, call, kind, likely, isSite, isCall, entry, role };
  from.out = added(from.out, edge);
  to.in = added(to.in, edge);
}

/** Draws a plain call that the first pass may have drawn already; what the second one knows of it replaces that. */
export function refineCall(edge: NewEdge): void {
  const known = edge.from.out.find(({ to, call, kind }) => to === edge.to && call === edge.call && kind === edge.kind);
  if (known) known.likely = edge.likely;
  else addEdge(edge);
}

export function addHit(hit: Hit): void {
  const known = hit.node.hits.some(
    (other) =>
      other.call === hit.call && other.operation === hit.operation && other.api === hit.api && other.rule === hit.rule,
  );
  if (!known) hit.node.hits = added(hit.node.hits, hit);
}

/** Takes the edges and operations of a file's functions out of the graph. */
export function unlink(unit: Unit): void {
  const reached = new Set<FunctionNode>();
  for (const node of unit.functions) {
    for (const edge of node.out) reached.add(edge.to);
    node.out = NONE;
    node.hits = NONE;
    node.setsUp = false;
  }
  for (const node of unit.typed ?? []) node.typings = node.typings.filter(({ from }) => from.file !== unit.file);
  unit.typed = undefined;
  for (const node of reached) node.in = node.in.filter((edge) => edge.from.file !== unit.file);
}
