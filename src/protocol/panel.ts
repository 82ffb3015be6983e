import {
  evidenceKinds,
  strategies,
  techniques,
  type Quantity,
  type Scenario,
  type TaskLoad,
  type Technique,
} from '../model/advice.ts';
import type { Verdict } from '../model/finding.ts';
import { fixStrategies } from '../model/fix.ts';
import type { AdviceView, EvidenceView, FunctionView, PlaceView, RewriteView } from './advice.ts';
import type { RangeView, StepView } from './messages.ts';
import { amount, anyOf, flag, listOf, oneOf, record, text, type Shape } from './shapes.ts';

/** `unsupported`: the file in front is in another language, or there is none. `failed`: the server does not answer. */
export const emptyReasons = ['reading', 'off', 'unknown', 'edited', 'unsupported', 'failed'] as const;
export type EmptyReason = (typeof emptyReasons)[number];

/** What the extension host tells the panel. */
export type ToPanel =
  | { readonly type: 'advice'; readonly advice: AdviceView; readonly isPinned: boolean }
  | { readonly type: 'empty'; readonly reason: EmptyReason; readonly because?: string }
  /** Of the function that was shown last. */
  | { readonly type: 'rewrites'; readonly rewrites: readonly RewriteView[] }
  | { readonly type: 'pinned'; readonly isPinned: boolean };

/** What the panel asks of the extension host. */
export type FromPanel =
  /** It listens from now on. */
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly place: PlaceView }
  | { readonly type: 'preview'; readonly id: string }
  | { readonly type: 'copy'; readonly text: string };

const position = record<RangeView['start']>({ line: amount, character: amount });
const range = record<RangeView>({ start: position, end: position });
const place = record<PlaceView>({ uri: text, range });
const confidence = oneOf('certain', 'likely');
const step = record<StepView>({ uri: text, range, caller: text, call: text });
const verdict: Shape<Verdict> = oneOf('concurrency', 'parallelism', 'both', 'neither');
const strategy = oneOf(...strategies);
const scenario = record<Scenario>({ title: text, strategy, wait: amount, compute: amount }, 'wait', 'compute');
const quantity = record<Quantity>({ amount, origin: oneOf('known', 'estimated', 'assumed') });
const fixStrategy = oneOf(...fixStrategies);

const load = record<TaskLoad>(
  { unit: text, tasks: quantity, wait: quantity, compute: quantity, cores: quantity, message: quantity, limit: amount },
  'limit',
);

const technique = record<Technique>(
  {
    id: oneOf(...techniques),
    title: text,
    why: text,
    cost: text,
    strategy,
    findings: listOf(text),
    fixes: listOf(fixStrategy),
  },
  'strategy',
);

const evidence = record<EvidenceView>({
  uri: text,
  range,
  kind: oneOf(...evidenceKinds),
  text,
  confidence,
  steps: listOf(step),
});

const advice = record<AdviceView>(
  {
    uri: text,
    range,
    subject: oneOf('function', 'file'),
    name: text,
    path: text,
    role: text,
    reached: text,
    verdict,
    confidence,
    sentence: text,
    load,
    now: scenario,
    after: scenario,
    evidence: listOf(evidence),
    techniques: listOf(technique),
    notHelping: listOf(record({ what: text, why: text })),
    whenToLeave: listOf(text),
    explanation: listOf(text),
    unresolved: listOf(record<PlaceView & { readonly text: string }>({ uri: text, range, text })),
    functions: listOf(record<FunctionView>({ uri: text, range, name: text, verdict, sentence: text })),
    markdown: text,
  },
  'role',
  'after',
);

const rewrite = record<RewriteView>(
  {
    id: text,
    title: text,
    finding: text,
    strategy: fixStrategy,
    isPreferred: flag,
    cost: text,
    warnings: listOf(text),
    disabled: text,
  },
  'disabled',
);

/** Whether a message is one that the panel understands. */
export const isToPanel: Shape<ToPanel> = anyOf(
  record<Extract<ToPanel, { type: 'advice' }>>({ type: oneOf('advice'), advice, isPinned: flag }),
  record<Extract<ToPanel, { type: 'empty' }>>(
    { type: oneOf('empty'), reason: oneOf(...emptyReasons), because: text },
    'because',
  ),
  record<Extract<ToPanel, { type: 'rewrites' }>>({ type: oneOf('rewrites'), rewrites: listOf(rewrite) }),
  record<Extract<ToPanel, { type: 'pinned' }>>({ type: oneOf('pinned'), isPinned: flag }),
);

/** Whether a message is one that the extension host understands. */
export const isFromPanel: Shape<FromPanel> = anyOf(
  record<Extract<FromPanel, { type: 'ready' }>>({ type: oneOf('ready') }),
  record<Extract<FromPanel, { type: 'reveal' }>>({ type: oneOf('reveal'), place }),
  record<Extract<FromPanel, { type: 'preview' }>>({ type: oneOf('preview'), id: text }),
  record<Extract<FromPanel, { type: 'copy' }>>({ type: oneOf('copy'), text }),
);
