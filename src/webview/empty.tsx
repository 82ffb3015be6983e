import type { EmptyReason } from '../protocol/panel.ts';

const texts: Readonly<Record<EmptyReason, string>> = {
  reading: 'The files of the workspace are being read…',
  off: 'Loopwise is turned off for this folder: the setting loopwise.enable says so.',
  unknown: 'This file is not analysed.',
  edited: 'The file is analysed when it is saved.',
  unsupported: 'Open a file in JavaScript, TypeScript or Python.',
  failed: 'The server does not answer. “Loopwise: Show Output” says why.',
};

/** What to do to see something. */
export function Empty({ reason, because }: { readonly reason: EmptyReason; readonly because: string | undefined }) {
  return (
    <section class="empty" aria-label="No advice">
      <span
        class={`codicon codicon-${reason === 'reading' ? 'loading codicon-modifier-spin' : 'lightbulb'}`}
        aria-hidden="true"
      />
      <h1>Concurrency or parallelism?</h1>
      <p>{[texts[reason], because].join(' ')}</p>
      <p>
        Put the cursor into a function. Here you see what it waits for and what it computes, which remedy fits, and what
        that would gain.
      </p>
    </section>
  );
}
