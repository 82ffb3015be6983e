import { inWords } from '../advice/durations.ts';
import type { Scene } from '../advice/gain.ts';
import { figuresOf, type Figure } from './what-if.ts';

const icons = { better: 'arrow-down', same: 'dash', worse: 'arrow-up' } as const;

/** Three figures, now and after. */
export function Figures({ scenes: [now, after] }: { readonly scenes: readonly Scene[] }) {
  if (!now) return null;
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col">Now</th>
          {after && <th scope="col">After</th>}
        </tr>
      </thead>
      <tbody>
        {figuresOf(now.outcome, after?.outcome).map((figure) => (
          <Row key={figure.label} figure={figure} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ figure: { label, explains, now, after } }: { readonly figure: Figure }) {
  return (
    <tr>
      <th scope="row">
        {label} <small>{explains}</small>
      </th>
      <td>{inWords(now)}</td>
      {after && (
        <td class={`change-${after.direction}`}>
          <strong>{inWords(after.value)}</strong>
          <small>
            <span class={`codicon codicon-${icons[after.direction]}`} aria-hidden="true" /> {after.says}
          </small>
        </td>
      )}
    </tr>
  );
}
