import type { ComponentChildren } from 'preact';

interface Props {
  readonly title: string;
  readonly children: ComponentChildren;
}

/** A part of the panel that can be folded away. */
export function Section({ title, children }: Props) {
  return (
    <details open>
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}
