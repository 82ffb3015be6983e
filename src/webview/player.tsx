import { useEffect, useState } from 'preact/hooks';
import { inWords } from '../advice/durations.ts';
import type { Scene } from '../advice/gain.ts';
import { momentOf, stepsOf } from './moment.ts';

interface Props {
  readonly scenes: readonly Scene[];
  readonly end: number;
  /** Undefined while the whole picture is shown. */
  readonly time: number | undefined;
  readonly setTime: (time: number | undefined) => void;
}

/** Milliseconds in which the whole picture is played. */
const length = 5000;

/** Plays the picture, or steps through it; nothing moves unless it is asked for. */
export function Player({ scenes, end, time, setTime }: Props) {
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => setPlaying(false), [scenes]);
  useEffect(() => (isPlaying ? play(time ?? 0, end, setTime, () => setPlaying(false)) : undefined), [isPlaying]);
  const step = (direction: 1 | -1): void => {
    setPlaying(false);
    setTime(neighbour(stepsOf(scenes.map(({ outcome }) => outcome)), time, direction));
  };
  return (
    <div class="player">
      <div role="group" aria-label="Play the picture">
        {!wantsRest() && (
          <IconButton
            icon={isPlaying ? 'debug-pause' : 'play'}
            label={isPlaying ? 'Pause' : 'Play'}
            act={() => setPlaying(!isPlaying)}
          />
        )}
        <IconButton icon="chevron-left" label="Step back" act={() => step(-1)} />
        <IconButton icon="chevron-right" label="Step" act={() => step(1)} />
        {time !== undefined && <IconButton icon="close" label="Show all" act={() => setTime(undefined)} />}
      </div>
      {time === undefined && <p class="note">{wantsRest() ? 'Step through time' : 'Play it, or step through time'}</p>}
      <div class="moment" aria-live={isPlaying ? 'off' : 'polite'}>
        {time !== undefined &&
          scenes.map(({ title, outcome }) => (
            <p key={title}>
              {inWords(time)}, {title.toLowerCase()}: {momentOf(outcome, time)}
            </p>
          ))}
      </div>
    </div>
  );
}

interface ButtonProps {
  readonly icon: string;
  readonly label: string;
  readonly act: () => void;
}

function IconButton({ icon, label, act }: ButtonProps) {
  return (
    <button type="button" class="icon" aria-label={label} title={label} onClick={act}>
      <span class={`codicon codicon-${icon}`} aria-hidden="true" />
    </button>
  );
}

/** Whether the reader has asked the system or the editor for less motion. */
function wantsRest(): boolean {
  return (
    window.matchMedia('(prefers-reduced-motion: reduce)').matches ||
    document.body.classList.contains('vscode-reduce-motion')
  );
}

/** Moves the time on with the frames of the screen; returns how to stop that. */
function play(from: number, end: number, setTime: (time: number) => void, ended: () => void): () => void {
  const begin = from >= end ? 0 : from;
  const started = performance.now();
  let frame = requestAnimationFrame(function next(now) {
    const time = begin + ((now - started) / length) * end;
    setTime(Math.min(Math.max(time, begin), end));
    if (time < end) frame = requestAnimationFrame(next);
    else ended();
  });
  return () => cancelAnimationFrame(frame);
}

function neighbour(steps: readonly number[], time: number | undefined, direction: 1 | -1): number | undefined {
  if (time === undefined) return direction === 1 ? steps[0] : steps.at(-1);
  return direction === 1 ? steps.find((step) => step > time) : steps.findLast((step) => step < time);
}
