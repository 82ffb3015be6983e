import { strategies, type Strategy } from '../model/advice.ts';
import type { AdviceView, RewriteView } from '../protocol/advice.ts';
import { isToPanel, type EmptyReason, type ToPanel } from '../protocol/panel.ts';
import { amount, listOf, oneOf, record, text, type Shape } from '../protocol/shapes.ts';
import { settingsOf, type Settings } from './what-if.ts';

/** What a reader has set for a function. */
export interface Choice {
  readonly settings: Settings;
  /** Undefined: the present stands alone. */
  readonly remedy?: Strategy;
}

/** All that the panel shows. */
export interface Model {
  readonly advice: AdviceView | undefined;
  readonly isPinned: boolean;
  /** Why there is no advice. */
  readonly empty: EmptyReason;
  /** More on that: a sentence. */
  readonly because?: string | undefined;
  /** Undefined while they are looked for. */
  readonly rewrites: readonly RewriteView[] | undefined;
  /** By function, the one that was changed last at the end. */
  readonly choices: readonly (readonly [key: string, choice: Choice])[];
}

export const initial: Model = {
  advice: undefined,
  isPinned: false,
  empty: 'reading',
  rewrites: undefined,
  choices: [],
};

/** More functions than anyone remembers. */
const MAX_CHOICES = 30;

export function received(model: Model, message: ToPanel): Model {
  switch (message.type) {
    case 'advice': {
      const { advice, isPinned } = message;
      const isSame = model.advice !== undefined && keyOf(model.advice) === keyOf(advice);
      return { ...model, advice, isPinned, rewrites: isSame ? model.rewrites : undefined };
    }
    case 'empty':
      return { ...model, advice: undefined, empty: message.reason, because: message.because, rewrites: undefined };
    case 'rewrites':
      return { ...model, rewrites: message.rewrites };
    case 'pinned':
      return { ...model, isPinned: message.isPinned };
  }
}

/** A function stays the same one while lines are added above it. */
function keyOf({ uri, name }: AdviceView): string {
  return `${uri}#${name}`;
}

export function choiceFor({ choices }: Model, advice: AdviceView): Choice {
  const known = choices.find(([key]) => key === keyOf(advice));
  return known?.[1] ?? { settings: settingsOf(advice.load), ...(advice.after && { remedy: advice.after.strategy }) };
}

/** With `undefined` the function's own estimates hold again. */
export function chosen(model: Model, advice: AdviceView, choice: Choice | undefined): Model {
  const key = keyOf(advice);
  const others = model.choices.filter(([other]) => other !== key);
  return { ...model, choices: choice ? [...others, [key, choice] as const].slice(-MAX_CHOICES) : others };
}

/** What outlives the page while the view is hidden. */
export interface Kept {
  readonly shown: ToPanel;
  readonly choices: Model['choices'];
}

export function kept({ advice, isPinned, empty, because, choices }: Model): Kept {
  if (advice) return { shown: { type: 'advice', advice, isPinned }, choices };
  return { shown: { type: 'empty', reason: empty, ...(because !== undefined && { because }) }, choices };
}

const isChoice = record<Choice>(
  {
    settings: record<Settings>({ tasks: amount, wait: amount, compute: amount, cores: amount }),
    remedy: oneOf(...strategies),
  },
  'remedy',
);

const isKept = record<Kept>({ shown: isToPanel, choices: listOf(pairOf(text, isChoice)) });

function pairOf<A, B>(first: Shape<A>, second: Shape<B>): Shape<readonly [A, B]> {
  return (value): value is readonly [A, B] =>
    Array.isArray(value) && value.length === 2 && first(value[0]) && second(value[1]);
}

/** What an earlier page has kept, if this one still understands it. */
export function restored(value: unknown): Model {
  return isKept(value) ? received({ ...initial, choices: value.choices }, value.shown) : initial;
}
