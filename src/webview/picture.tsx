import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Scene } from '../advice/gain.ts';
import { describeScene, drawLanes, endOf, isStalled, timeSpan } from '../advice/picture.ts';
import { Player } from './player.tsx';

interface Props {
  readonly scenes: readonly Scene[];
  /** Where the numbers come from. */
  readonly origins: string;
}

/** Time lanes now and after, and the same in words. */
export function Picture({ scenes, origins }: Props) {
  const [frame, width] = useWidth();
  const [time, setTime] = useState<number>();
  const markup = useMemo(() => drawLanes(scenes, { width }), [scenes, width]);
  useEffect(() => setTime(undefined), [scenes]);
  const end = endOf(scenes);
  return (
    <figure class="picture">
      <div class="stage" ref={frame}>
        <div dangerouslySetInnerHTML={{ __html: markup }} />
        {time !== undefined && <div class="curtain" style={{ left: `${toPixel(time, end, width)}px` }} />}
      </div>
      <Legend scenes={scenes} />
      <Player scenes={scenes} end={end} time={time} setTime={setTime} />
      <figcaption>
        {scenes.map((scene) => (
          <p key={scene.title}>{describeScene(scene)}</p>
        ))}
        <p>{origins}</p>
      </figcaption>
    </figure>
  );
}

function toPixel(time: number, end: number, width: number): number {
  const { left, right } = timeSpan(width);
  return left + (time / end) * (right - left);
}

/** What the colours mean, for those that are in the picture. */
function Legend({ scenes }: { readonly scenes: readonly Scene[] }) {
  const lanes = new Set(scenes.flatMap(({ outcome }) => outcome.intervals.map(({ lane }) => lane)));
  return (
    <ul class="legend" aria-hidden="true">
      {scenes.some(isStalled) && <li class="is-stall">loop stalled</li>}
      {lanes.has('loop') && <li class="is-loop">loop busy</li>}
      {lanes.has('wait') && <li class="is-wait">wait</li>}
      {lanes.has('worker') && <li class="is-worker">worker</li>}
    </ul>
  );
}

/** The width of an element while it lasts, in whole pixels. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(300);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(200, Math.floor(entry.contentRect.width)));
    });
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width] as const;
}
