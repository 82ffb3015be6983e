import type { CallbackEntry } from '../catalog/types.ts';
import type { Edge, EdgeKind, FunctionNode, Hit } from './nodes.ts';
import type { Unit } from './unit.ts';

export interface NewEdge {
  readonly from: FunctionNode;
  readonly to: FunctionNode;
  readonly call: number;
  readonly kind: EdgeKind;
  readonly likely: boolean;
  readonly isSite: boolean;
  readonly entry?: CallbackEntry | undefined;
  readonly role?: string | undefined;
}

/** Draws an edge once; what the second pass knows of it replaces what the first did. */
export function addEdge({ from, to, call, kind, likely, isSite, entry, role }: NewEdge): void {
  for (let index = from.out.length - 1; index >= 0; index--) {
    const known = from.out[index];
    if (known && known.to === to && known.call === call && known.kind === kind) {
      known.likely = known.isSite && !isSite && !entry ? likely : known.likely && likely;
      return;
    }
  }
  const edge: Edge = { from, to, call, kind, likely, isSite, entry, role };
  from.out.push(edge);
  to.in.push(edge);
}

export function addHit(hit: Hit): void {
  const known = hit.node.hits.some(
    (other) =>
      other.call === hit.call && other.operation === hit.operation && other.api === hit.api && other.rule === hit.rule,
  );
  if (!known) hit.node.hits.push(hit);
}

/** Takes the edges and operations of a file's functions out of the graph. */
export function unlink(unit: Unit): void {
  const reached = new Set<FunctionNode>();
  for (const node of unit.functions) {
    for (const edge of node.out) reached.add(edge.to);
    node.out = [];
    node.hits = [];
  }
  for (const node of unit.typed) node.typings = node.typings.filter(({ from }) => from.file !== unit.file);
  unit.typed.clear();
  for (const node of reached) node.in = node.in.filter((edge) => edge.from.file !== unit.file);
}
