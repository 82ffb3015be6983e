import type { ClassRecord, MemberSource } from './records.ts';
import { bind } from './scopes.ts';
import { type Node, part } from './tree.ts';
import { inScope, textOf, type Walk } from './walk-state.ts';

/** Notes a class down and walks into its body, which runs at once. */
export function visitClass(walk: Walk, node: Node, decorators: readonly Node[] = []): void {
  const nameNode = part(node, 'name');
  if (!nameNode) return;
  const name = textOf(walk, nameNode);
  const bases = part(node, 'superclasses')?.children ?? [];
  const record: ClassRecord = {
    index: walk.classes.length,
    node,
    name,
    outer: walk.scope,
    bases: bases.filter(({ type }) => type !== 'keyword_argument' && !type.endsWith('splat')),
    fields: new Map(),
    statics: new Map(),
    decorators,
  };
  walk.classes.push(record);
  walk.classOf.set(node, record);
  bind(walk.scope, name, { kind: 'class', record });
  if (walk.owner) addMember(walk.owner.statics, name, { kind: 'class', record });
  for (const base of bases) walk.visit(base);
  const { owner } = walk;
  walk.owner = record;
  inScope(walk, 'class', () => {
    const body = part(node, 'body');
    if (body) walk.visit(body);
  });
  walk.owner = owner;
}

export function addMember(table: Map<string, MemberSource[]>, name: string, source: MemberSource): void {
  const sources = table.get(name);
  if (sources) sources.push(source);
  else table.set(name, [source]);
}
