import type { InputEntry } from '../catalog/types.ts';
import type { MatchFacts } from '../model/facts.ts';
import { attackText, expressionKey, type Expression, type ExpressionVerdict } from '../model/expression.ts';
import type { Cost, ExpressionSummary, PathStep } from '../model/finding.ts';
import { isOnLoopAt, roleOf } from './entries.ts';
import { isTaken } from './guards.ts';
import type { Evaluation } from './evaluation.ts';
import { callOf, type Edge, type FunctionNode } from './nodes.ts';
import { inflowsOf, type Inflow, type Visited } from './outside.ts';
import { Reach } from './reach.ts';
import { isWrittenAt } from './registrations.ts';
import type { Witness } from './rule.ts';
import { carries, comesBefore } from './summaries.ts';

/** An expression that event loop context applies to a text from outside. */
export interface Exposure {
  readonly expression: Expression;
  /** The same for the texts that it meets there. */
  readonly met: Expression;
  readonly input: InputEntry;
  readonly likely: boolean;
  /** The function on the loop. */
  readonly entry: FunctionNode;
  readonly path: readonly PathStep[];
}

/** The exposures of the expressions that a function applies, and all that they hang on. */
export function exposuresOf(
  evaluation: Evaluation,
  node: FunctionNode,
): { readonly exposures: readonly Exposure[]; readonly visited: Visited } {
  const visited: Visited = { functions: new Set([node]), files: new Set([node.file]) };
  const exposures: Exposure[] = [];
  for (const match of node.facts.matches ?? []) {
    const expressions = expressionsOf(evaluation, node, match);
    if (expressions.length === 0) continue;
    const { inflows, visited: seen } = inflowsOf(evaluation, node, match.subject);
    for (const other of seen.functions) visited.functions.add(other);
    for (const file of seen.files) visited.files.add(file);
    for (const inflow of inflows) {
      const place = placeOf(node, match, inflow, visited);
      if (!place) continue;
      const likely = inflow.likely || expressions.length > 1 || place.likely;
      for (const expression of expressions) {
        const met = inflow.isOneLine ? onOneLine(expression) : expression;
        exposures.push({ expression, met, input: inflow.input, likely, entry: place.entry, path: place.path });
      }
    }
  }
  return { exposures, visited };
}

/** Where there are no line breaks, `.` is any character. */
function onOneLine({ pattern, flags }: Expression): Expression {
  return { pattern, flags: flags.includes('s') || !pattern.includes('.') ? flags : `${flags}s` };
}

function expressionsOf(evaluation: Evaluation, node: FunctionNode, match: MatchFacts): Expression[] {
  const { unit } = node.file;
  if (!unit) return [];
  const { atoms } = evaluation.evaluate(unit, match.expression);
  return atoms.flatMap((atom) => (atom.kind === 'regex' ? [{ pattern: atom.pattern, flags: atom.flags }] : []));
}

interface Place {
  readonly entry: FunctionNode;
  readonly path: readonly PathStep[];
  readonly likely: boolean;
}

/** The nearest function on the loop, from the match up through the calls that bring the text, and beyond. */
function placeOf(node: FunctionNode, match: MatchFacts, { calls }: Inflow, visited: Visited): Place | undefined {
  const path: PathStep[] = [{ file: node.file.path, at: match.at, caller: node.facts.name, call: match.text }];
  const up = [...calls];
  const seen = new Set<FunctionNode>();
  const edges: Edge[] = [];
  let likely = false;
  let current = node;
  while (!isEntry(current)) {
    if (seen.has(current)) return undefined;
    seen.add(current);
    visited.functions.add(current);
    const edge = callerOf(current, up);
    if (!edge) return undefined;
    likely ||= edge.likely;
    edges.unshift(edge);
    current = edge.from;
    if (isWrittenAt(edge)) continue;
    const call = callOf(edge.from, edge.call);
    if (call) path.unshift({ file: current.file.path, at: call.at, caller: current.facts.name, call: call.text });
  }
  visited.functions.add(current);
  return isTaken(edges) ? { entry: current, path, likely } : undefined;
}

function callerOf(node: FunctionNode, up: Edge[]): Edge | undefined {
  const written = node.in.find((edge) => carries(edge) && isWrittenAt(edge));
  if (written) return written;
  const next = up.at(-1);
  if (next?.to === node) return up.pop();
  let best: Edge | undefined;
  for (const edge of node.in) {
    if (!carries(edge) || edge.from === node) continue;
    if (!best || isNearer(edge, best)) best = edge;
  }
  return best;
}

/** Entries first, then what comes first in the source. */
function isNearer(edge: Edge, best: Edge): boolean {
  const isEdge = isEntry(edge.from);
  if (isEdge !== isEntry(best.from)) return isEdge;
  const [a, b] = [edge.from.file.path, best.from.file.path];
  if (a !== b) return a < b;
  return edge.from.index === best.from.index ? comesBefore(edge, best) : edge.from.index < best.from.index;
}

function isEntry(node: FunctionNode): boolean {
  const role = roleOf(node);
  if (role === undefined || role === MODULE_BODY) return false;
  return isOnLoopAt(node.reach === 0 ? Reach.External : node.reach);
}

const MODULE_BODY = 'module body';

/** Steps of a match in a millisecond; bench/ has the measurements. */
const STEPS = 1_000_000;
const LONG = 50;
const NOTICEABLE = 10;

/** What is to be told of an exposure, if its expression is a slow one. */
export function witnessOf(exposure: Exposure, verdict: ExpressionVerdict): Witness | undefined {
  const { growth, degree = 2 } = verdict;
  if (growth === 'linear' || growth === 'unknown') return undefined;
  const { expression, input, path } = exposure;
  const stall = growth === 'polynomial' ? stallOf(input.limit, degree) : undefined;
  const [first] = path;
  if (!first || (stall !== undefined && stall < NOTICEABLE)) return undefined;
  const { repeated } = exposure.entry.file.unit?.traits ?? {};
  const times = growth === 'polynomial' ? 'n' : '30';
  const attack = verdict.attack && repeated && attackText(verdict.attack, times, repeated);
  const summary: ExpressionSummary = {
    ...expression,
    growth,
    ...(growth === 'polynomial' && { degree }),
    input: input.what,
    limit: input.limit,
    ...(stall !== undefined && { stall }),
    ...(attack !== undefined && { attack }),
    ...(verdict.safer !== undefined && exposure.met.flags === expression.flags && { safer: verdict.safer }),
  };
  return {
    rule: 'slow-regex',
    file: first.file,
    at: first.at,
    text: first.call,
    blocker: { kind: 'regex', text: expressionKey(expression), expression: summary },
    cost: costOf(stall),
    confidence: exposure.likely ? 'likely' : 'certain',
    isMemoised: false,
    isKept: false,
    isOnFailure: false,
    isInLoop: false,
    path,
  };
}

function costOf(stall: number | undefined): Cost {
  if (stall === undefined) return 'large';
  return stall >= LONG ? 'medium' : 'small';
}

/** n^d / d! steps, to two digits. */
function stallOf(length: number, degree: number): number {
  let steps = 1;
  for (let factor = 1; factor <= degree; factor++) steps *= length / factor;
  return Number((steps / STEPS).toPrecision(2));
}

/** Which of the exposures are to be analysed. */
export function unknownExpressions(
  exposures: Iterable<Exposure>,
  verdicts: ReadonlyMap<string, ExpressionVerdict>,
): Expression[] {
  const wanted = new Map<string, Expression>();
  for (const { met } of exposures) {
    const key = expressionKey(met);
    if (!verdicts.has(key)) wanted.set(key, met);
  }
  return [...wanted.values()];
}
