import type { CallbackEntry } from '../catalog/types.ts';
import type { ValueId } from '../model/facts.ts';
import type { Alignment } from './align.ts';
import type { FunctionNode } from './nodes.ts';
import type { Unit } from './unit.ts';

/** One place in a file that says something of a function's parameters. */
interface Site {
  readonly unit: Unit;
  readonly caller: string;
  readonly text: string;
  readonly args: readonly ValueId[];
  readonly keywords?: readonly string[];
  readonly entry: CallbackEntry | undefined;
}

/** What a file says of parameters that somebody asked for. */
export type Sites = ReadonlyMap<FunctionNode, readonly Site[]>;

export function sitesOf(unit: Unit): Sites {
  const sites = new Map<FunctionNode, Site[]>();
  const add = (node: FunctionNode, site: Site): void => {
    const known = sites.get(node);
    if (known) known.push(site);
    else sites.set(node, [site]);
  };
  for (const node of unit.functions) {
    for (const edge of node.out) {
      const call = edge.isSite && edge.to.asksCallSites ? node.facts.calls[edge.call] : undefined;
      if (!call) continue;
      const { text, args, keywords } = call;
      add(edge.to, { unit, caller: node.key, text, args, ...(keywords && { keywords }), entry: undefined });
    }
  }
  for (const node of unit.typed ?? []) {
    for (const { from, entry } of node.asksCallSites ? node.typings : []) {
      if (from.file === unit.file) add(node, { unit, caller: from.key, text: '', args: [], entry });
    }
  }
  return sites;
}

/** Functions of whose parameters a file says another thing than before. */
export function changedSites(before: Sites, after: Sites, alignment: Alignment | undefined): FunctionNode[] {
  const nodes = new Set([...before.keys(), ...after.keys()]);
  return [...nodes].filter((node) => {
    const was = before.get(node) ?? [];
    const is = after.get(node) ?? [];
    return was.length !== is.length || !was.every((site, index) => sameSite(alignment, site, is[index]));
  });
}

function sameSite(alignment: Alignment | undefined, was: Site, is: Site | undefined): boolean {
  if (is?.caller !== was.caller || is.entry !== was.entry) return false;
  if (is.unit === was.unit) return is.args === was.args;
  return sameNames(was.keywords, is.keywords) && (alignment?.same(was.args, is.args) ?? false);
}

export function sameNames(before: readonly string[] = [], after: readonly string[] = []): boolean {
  return before.length === after.length && before.every((name, index) => name === after[index]);
}

/** Takes note of what is the same in the arguments of calls that seem to be the same. */
export function alignSites(alignment: Alignment, sites: Sites): void {
  const found = new Map<string, number>();
  for (const site of [...sites.values()].flat()) {
    if (site.args.length === 0) continue;
    const place = `${site.caller}|${site.text}`;
    const ordinal = found.get(place) ?? 0;
    found.set(place, ordinal + 1);
    const caller = alignment.after.facts.functions.find(({ key }) => key === site.caller);
    const call = caller?.calls.filter(({ text }) => text === site.text)[ordinal];
    if (call) alignment.same(site.args, call.args);
  }
}
