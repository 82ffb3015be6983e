import { type Node, part } from '../tree.ts';
import { type FixSource, sliceOf } from './source.ts';

/** The arguments of a call: those by place, and those by name. */
export interface Arguments {
  readonly placed: readonly Node[];
  readonly named: ReadonlyMap<string, Node>;
  /** Some are spread: what they are is not written. */
  readonly isOpen: boolean;
}

export function argumentsOf(source: FixSource, call: Node): Arguments {
  const list = part(call, 'arguments');
  if (list?.type === 'generator_expression') return { placed: [list], named: new Map(), isOpen: false };
  const all = list?.children ?? [];
  const named = new Map<string, Node>();
  for (const argument of all) {
    const [name, value] = [part(argument, 'name'), part(argument, 'value')];
    if (argument.type === 'keyword_argument' && name && value) named.set(sliceOf(source, name), value);
  }
  return {
    placed: all.filter(({ type }) => type !== 'keyword_argument' && !type.endsWith('splat')),
    named,
    isOpen: all.some(({ type }) => type.endsWith('splat')),
  };
}

const MAX_WIDTH = 88;

/** A call on one line, or with a line for each argument where that would be long. */
export function callText(
  source: FixSource,
  head: string,
  args: readonly string[],
  margin: string,
  step: string,
): string {
  const line = `${head}(${args.join(', ')})`;
  if (margin.length + line.length <= MAX_WIDTH || args.length === 0) return line;
  const { newline } = source;
  const lines = args.map((argument) => `${margin}${step}${argument},`);
  return `${head}(${newline}${lines.join(newline)}${newline}${margin})`;
}
