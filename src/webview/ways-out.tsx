import type { AdviceView, RewriteView } from '../protocol/advice.ts';
import type { Send } from './host.ts';
import { Prose } from './prose.tsx';
import { Section } from './section.tsx';
import { waysOut } from './ways.ts';

interface Props {
  readonly advice: AdviceView;
  /** Undefined while they are looked for. */
  readonly rewrites: readonly RewriteView[] | undefined;
  readonly send: Send;
}

/** What fits, what it takes, and what Loopwise can rewrite by itself; each rewrite is looked at before it changes anything. */
export function WaysOut({ advice, rewrites, send }: Props) {
  const { ways, others } = waysOut(advice.techniques, rewrites ?? []);
  const isLooking = rewrites === undefined && advice.techniques.some(({ findings }) => findings.length > 0);
  return (
    <Section title="What fits">
      <dl>
        {ways.map(({ technique: { id, title, why, cost }, rewrites: own }) => (
          <div key={id}>
            <dt>
              <span class="codicon codicon-check" aria-hidden="true" /> <Prose text={title} />
            </dt>
            <dd>
              <Prose text={why} />
            </dd>
            <dd class="note">
              Cost: <Prose text={cost} />
            </dd>
            {own.length > 0 && (
              <dd>
                <Rewrites rewrites={own} send={send} />
              </dd>
            )}
          </div>
        ))}
      </dl>
      {others.length > 0 && <Rewrites rewrites={others} send={send} />}
      {isLooking && (
        <p class="note">
          <span class="codicon codicon-loading codicon-modifier-spin" aria-hidden="true" /> Looking for rewrites…
        </p>
      )}
    </Section>
  );
}

function Rewrites({ rewrites, send }: { readonly rewrites: readonly RewriteView[]; readonly send: Send }) {
  return (
    <ul class="rewrites">
      {rewrites.map((rewrite) => (
        <Rewrite key={rewrite.id} rewrite={rewrite} send={send} />
      ))}
    </ul>
  );
}

function Rewrite({ rewrite, send }: { readonly rewrite: RewriteView; readonly send: Send }) {
  const { id, title, cost, warnings, disabled, isPreferred } = rewrite;
  return (
    <li>
      {disabled === undefined ? (
        <button class={isPreferred ? 'primary' : 'secondary'} onClick={() => send({ type: 'preview', id })}>
          <span class="codicon codicon-diff" aria-hidden="true" />
          <span>
            Preview: <Prose text={title} />
          </span>
        </button>
      ) : (
        <p class="impossible">
          <span class="codicon codicon-circle-slash" aria-hidden="true" /> <Prose text={title} />
        </p>
      )}
      <p class="note">
        <Prose text={disabled ?? cost} />
      </p>
      {warnings.map((warning) => (
        <p key={warning} class="note">
          <span class="codicon codicon-warning" aria-hidden="true" /> <Prose text={warning} />
        </p>
      ))}
    </li>
  );
}
