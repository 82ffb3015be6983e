import type { AdviceView, EvidenceView, PlaceView } from '../protocol/advice.ts';
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
      <ol class="evidence">
        {evidence.map((item) => (
          <li key={`${item.text}${item.range.start.line}`}>
            <Prose text={item.text} />
            {item.confidence === 'likely' && <span class="tag">likely</span>}
            <Path item={item} send={send} />
          </li>
        ))}
      </ol>
      <p class="note">
        <Prose text={reached} />
      </p>
    </Section>
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
      <ul class="evidence">
        {functions.map((one) => (
          <li key={`${one.name}${one.range.start.line}`}>
            <span class={`codicon codicon-${verdictWords[one.verdict].icon}`} aria-hidden="true" />{' '}
            <PlaceLink place={one} code={one.name} label={lineOf(one)} send={send} />
            <p>
              <Prose text={one.sentence} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Calls that the verdict knows nothing of. */
export function Unresolved({ advice: { unresolved }, send }: Props) {
  if (unresolved.length === 0) return null;
  return (
    <Section title="Not known">
      <p>Nothing is known of what these calls do; the verdict leaves them out.</p>
      <ul class="path">
        {unresolved.map((call) => (
          <li key={`${call.text}${call.range.start.line}:${call.range.start.character}`}>
            <PlaceLink place={call} code={call.text} label={lineOf(call)} send={send} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
