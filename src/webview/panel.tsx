import { useMemo } from 'preact/hooks';
import type { AdviceView } from '../protocol/advice.ts';
import { Empty } from './empty.tsx';
import { Evidence, Functions, Unresolved } from './evidence.tsx';
import { Figures } from './figures.tsx';
import type { Send } from './host.ts';
import { choiceFor, chosen, type Choice, type Model } from './model.ts';
import { Picture } from './picture.tsx';
import { Section } from './section.tsx';
import { WaysOut } from './ways-out.tsx';
import { Prose } from './prose.tsx';
import { verdictWords, Verdict } from './verdict.tsx';
import { originsOf, scenesFor } from './what-if.ts';
import { WhatIf } from './what-if-controls.tsx';

interface Props {
  readonly model: Model;
  readonly change: (next: (model: Model) => Model) => void;
  readonly send: Send;
}

export function Panel({ model, change, send }: Props) {
  const { advice } = model;
  return (
    <main>
      <p class="announcement" role="status">
        {advice ? `${advice.name}: ${verdictWords[advice.verdict].title}` : ''}
      </p>
      {advice ? (
        <Advice model={model} advice={advice} change={change} send={send} />
      ) : (
        <Empty reason={model.empty} because={model.because} />
      )}
    </main>
  );
}

function Advice({ model, advice, change, send }: Props & { readonly advice: AdviceView }) {
  const choice = useMemo(() => choiceFor(model, advice), [model.choices, advice]);
  const scenes = useMemo(() => scenesFor(advice, choice.settings, choice.remedy), [advice, choice]);
  const choose = (next: Choice | undefined): void => change((before) => chosen(before, advice, next));
  return (
    <>
      <Verdict advice={advice} isPinned={model.isPinned} send={send} />
      <Section title="Now and after">
        <Picture scenes={scenes} origins={originsOf(advice, choice.settings)} />
        <Figures scenes={scenes} />
        <WhatIf advice={advice} choice={choice} choose={choose} />
      </Section>
      <Evidence advice={advice} send={send} />
      <Functions advice={advice} send={send} />
      <WaysOut advice={advice} rewrites={model.rewrites} send={send} />
      <Texts advice={advice} />
      <Unresolved advice={advice} send={send} />
      <button class="secondary" onClick={() => send({ type: 'copy', text: advice.markdown })}>
        <span class="codicon codicon-copy" aria-hidden="true" /> Copy as text
      </button>
    </>
  );
}

function Texts({ advice: { explanation, notHelping, whenToLeave } }: { readonly advice: AdviceView }) {
  return (
    <>
      {notHelping.length > 0 && (
        <Section title="What does not help">
          <dl>
            {notHelping.map(({ what, why }) => (
              <div key={what}>
                <dt>
                  <span class="codicon codicon-circle-slash" aria-hidden="true" /> <Prose text={what} />
                </dt>
                <dd>
                  <Prose text={why} />
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <Section title="Why?">
        {explanation.map((sentence) => (
          <p key={sentence}>
            <Prose text={sentence} />
          </p>
        ))}
      </Section>
      {whenToLeave.length > 0 && (
        <Section title="When to leave it">
          <ul>
            {whenToLeave.map((reason) => (
              <li key={reason}>
                <Prose text={reason} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
