import type { AdviceView } from '../protocol/advice.ts';
import type { Verdict as VerdictId } from '../model/finding.ts';
import type { Send } from './host.ts';
import { Prose } from './prose.tsx';

/** The icons are those of the tree of findings. */
export const verdictWords: Readonly<Record<VerdictId, { readonly title: string; readonly icon: string }>> = {
  concurrency: { title: 'Waiting: concurrency fits', icon: 'watch' },
  parallelism: { title: 'Computing: parallelism fits', icon: 'server-process' },
  both: { title: 'Waiting and computing: both fit', icon: 'combine' },
  neither: { title: 'Leave it as it is', icon: 'pass' },
};

interface Props {
  readonly advice: AdviceView;
  readonly isPinned: boolean;
  readonly send: Send;
}

export function Verdict({ advice, isPinned, send }: Props) {
  const { verdict, name, role, path, sentence, confidence, uri, range } = advice;
  const { title, icon } = verdictWords[verdict];
  const file = path.slice(path.lastIndexOf('/') + 1);
  return (
    <header class={`verdict verdict-${verdict}`}>
      <h1>
        <span class={`codicon codicon-${icon}`} aria-hidden="true" /> {title}
      </h1>
      <p>
        <Prose text={sentence} />
      </p>
      <p class="where">
        <a
          href="#"
          title={`Go to ${name} in ${path}`}
          onClick={(event) => {
            event.preventDefault();
            send({ type: 'reveal', place: { uri, range } });
          }}
        >
          <code>{name}</code> {file}:{range.start.line + 1}
        </a>
        {role !== undefined && <span class="tag">{role}</span>}
        {confidence === 'likely' && <span class="tag">likely</span>}
        {isPinned && (
          <span class="tag">
            <span class="codicon codicon-pinned" aria-hidden="true" /> pinned
          </span>
        )}
      </p>
    </header>
  );
}
