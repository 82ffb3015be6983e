import assert from 'node:assert/strict';
import fc from 'fast-check';
import { componentsOf } from '../../src/engine/components.ts';

const NODES = 8;

function reachable(edges: readonly (readonly number[])[], from: number): Set<number> {
  const found = new Set([from]);
  for (const node of found) for (const next of edges[node] ?? []) found.add(next);
  return found;
}

describe('engine: components', () => {
  it('are what reaches each other, and come before what they reach', () => {
    const graph = fc.array(fc.uniqueArray(fc.nat(NODES - 1), { maxLength: 3 }), { minLength: NODES, maxLength: NODES });
    fc.assert(
      fc.property(graph, fc.uniqueArray(fc.nat(NODES - 1), { minLength: 1 }), (edges, roots) => {
        const groups = componentsOf(roots, (node) => edges[node] ?? []);
        const all = new Set(roots.flatMap((root) => [...reachable(edges, root)]));
        assert.deepEqual(groups.flat().sort(), [...all].sort());
        const reach = edges.map((_, node) => reachable(edges, node));
        groups.forEach((group, position) => {
          for (const a of group) {
            for (const b of all) {
              const isMutual = reach[a]?.has(b) === true && reach[b]?.has(a) === true;
              assert.equal(group.includes(b), isMutual);
            }
            for (const later of groups.slice(position + 1).flat()) assert.ok(!reach[later]?.has(a));
          }
        });
      }),
    );
  });
});
