import { inWords } from '../advice/durations.ts';
import type { AdviceView } from '../protocol/advice.ts';
import type { Quantity } from '../model/advice.ts';
import { Prose } from './prose.tsx';
import type { Choice } from './model.ts';
import { knobs, remediesOf, settingsOf, stopsOf, strategyNames, type Knob } from './what-if.ts';

const labels: Readonly<Record<Knob, string>> = {
  tasks: 'Tasks',
  wait: 'Wait',
  compute: 'Compute',
  cores: 'Cores',
};

interface Props {
  readonly advice: AdviceView;
  readonly choice: Choice;
  /** With `undefined` the function's own estimates hold again. */
  readonly choose: (choice: Choice | undefined) => void;
}

/** Lets the reader try other numbers and other remedies. */
export function WhatIf({ advice, choice, choose }: Props) {
  const estimates = settingsOf(advice.load);
  const isChanged = knobs.some((knob) => choice.settings[knob] !== estimates[knob]);
  return (
    <form class="what-if" aria-label="What if" onSubmit={(event) => event.preventDefault()}>
      <fieldset class="remedies">
        <legend>Compare with</legend>
        {!advice.after && (
          <Remedy label="Nothing" isChosen={!choice.remedy} choose={() => choose({ settings: choice.settings })} />
        )}
        {remediesOf(advice).map((remedy) => (
          <Remedy
            key={remedy}
            label={strategyNames[remedy]}
            isChosen={choice.remedy === remedy}
            choose={() => choose({ ...choice, remedy })}
          />
        ))}
      </fieldset>
      {knobs.map((knob) => (
        <Slider
          key={knob}
          knob={knob}
          value={choice.settings[knob]}
          estimate={advice.load[knob]}
          change={(value) => choose({ ...choice, settings: { ...choice.settings, [knob]: value } })}
        />
      ))}
      <p class="note">
        A task is one <Prose text={advice.load.unit} />. Nothing here is measured: move what you know better.
      </p>
      {isChanged && (
        <button type="button" class="secondary" onClick={() => choose(undefined)}>
          <span class="codicon codicon-discard" aria-hidden="true" /> Back to the estimates
        </button>
      )}
    </form>
  );
}

interface RemedyProps {
  readonly label: string;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

function Remedy({ label, isChosen, choose }: RemedyProps) {
  return (
    <label>
      <input type="radio" name="remedy" checked={isChosen} onChange={choose} />
      <span>{label}</span>
    </label>
  );
}

interface SliderProps {
  readonly knob: Knob;
  readonly value: number;
  readonly estimate: Quantity;
  readonly change: (value: number) => void;
}

function Slider({ knob, value, estimate, change }: SliderProps) {
  const stops = stopsOf(knob, estimate.amount);
  const text = knob === 'wait' || knob === 'compute' ? inWords(value) : `${value}`;
  return (
    <label class="slider">
      <span>{labels[knob]}</span>
      <input
        type="range"
        min={0}
        max={stops.length - 1}
        value={Math.max(0, stops.indexOf(value))}
        aria-valuetext={text}
        onInput={({ currentTarget }) => change(stops[Number(currentTarget.value)] ?? estimate.amount)}
      />
      <output>
        {text} <small>{value === estimate.amount ? estimate.origin : 'set by you'}</small>
      </output>
    </label>
  );
}
