import type { AdviceView, EvidenceView, FunctionView, PlaceView } from '../protocol/advice.ts';
import { Few } from './few.tsx';
import type { Send } from './host.ts';
import { Prose } from './prose.tsx';
import { Section } from './section.tsx';
import { verdictWords } from './verdict.tsx';

interface Props {
  readonly advice: AdviceView;
  readonly send: Send;
}

/** What decided the verdict, each with the calls that lead to it, and how the function comes to run. */
export function Evidence({ advice: { evidence, reached }, send }: Props) {
  return (
    <Section title="Evidence">
      <Few items={evidence} list={(items) => <Reasons items={items} send={send} />} />
      <p class="note">
        <Prose text={reached} />
      </p>
    </Section>
  );
}

function Reasons({ items, send }: { readonly items: readonly EvidenceView[]; readonly send: Send }) {
  return (
    <ol class="evidence">
      {items.map((item) => (
        <li key={`${item.text}${item.range.start.line}`}>
          <Prose text={item.text} />
          {item.confidence === 'likely' && <span class="tag">likely</span>}
          <Path item={item} send={send} />
        </li>
      ))}
    </ol>
  );
}

function Path({ item, send }: { readonly item: EvidenceView; readonly send: Send }) {
  const { steps } = item;
  if (steps.length === 0) {
    return (
      <p>
        <PlaceLink place={item} label={lineOf(item)} send={send} />
      </p>
    );
  }
  return (
    <ul class="path" aria-label="Calls that lead there">
      {steps.map((step, index) => (
        <li key={`${step.uri}${step.range.start.line}:${step.range.start.character}`} style={{ '--depth': `${index}` }}>
          <span
            class={`codicon codicon-${index === steps.length - 1 ? 'circle-filled' : 'arrow-small-right'}`}
            aria-hidden="true"
          />
          <PlaceLink place={step} code={step.call} label={lineOf(step)} send={send} />
        </li>
      ))}
    </ul>
  );
}

interface LinkProps {
  readonly place: PlaceView;
  readonly code?: string;
  readonly label: string;
  readonly send: Send;
}

/** Shows the place in an editor. */
function PlaceLink({ place: { uri, range }, code, label, send }: LinkProps) {
  return (
    <a
      href="#"
      onClick={(event) => {
        event.preventDefault();
        send({ type: 'reveal', place: { uri, range } });
      }}
    >
      {code !== undefined && <code>{code}</code>} {label}
    </a>
  );
}

function lineOf({ uri, range }: PlaceView): string {
  const file = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  return `${file}:${range.start.line + 1}`;
}

/** The functions of a file that could be better. */
export function Functions({ advice: { functions }, send }: Props) {
  if (functions.length === 0) return null;
  return (
    <Section title="Functions">
      <Few items={functions} list={(items) => <Others items={items} send={send} />} />
    </Section>
  );
}

function Others({ items, send }: { readonly items: readonly FunctionView[]; readonly send: Send }) {
  return (
    <ul class="evidence">
      {items.map((one) => (
        <li key={`${one.name}${one.range.start.line}`}>
          <span class={`codicon codicon-${verdictWords[one.verdict].icon}`} aria-hidden="true" />{' '}
          <PlaceLink place={one} code={one.name} label={lineOf(one)} send={send} />
          <p>
            <Prose text={one.sentence} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** Calls that the verdict knows nothing of. */
export function Unresolved({ advice: { unresolved }, send }: Props) {
  if (unresolved.length === 0) return null;
  return (
    <Section title="Not known">
      <p>Nothing is known of what these calls do; the verdict leaves them out.</p>
      <Few items={unresolved} list={(items) => <Calls items={items} send={send} />} />
    </Section>
  );
}

function Calls({ items, send }: { readonly items: AdviceView['unresolved']; readonly send: Send }) {
  return (
    <ul class="path">
      {items.map((call) => (
        <li key={`${call.text}${call.range.start.line}:${call.range.start.character}`}>
          <PlaceLink place={call} code={call.text} label={lineOf(call)} send={send} />
        </li>
      ))}
    </ul>
  );
}
