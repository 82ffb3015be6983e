import picocolors from 'picocolors';
import type { Severity } from '../../model/finding.ts';

type Paint = (text: string) => string;

/** Colours by meaning. Without colours every paint is the identity. */
export interface Palette {
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly heading: Paint;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly code: Paint;
}

export function createPalette(colors: boolean): Palette {
  const { bold, cyan, blue, dim, green, red, underline, yellow } = picocolors.createColors(colors);
  return {
    severity: {
      error: (text) => bold(red(text)),
      warning: (text) => bold(yellow(text)),
      information: blue,
      hint: cyan,
    },
    heading: (text) => bold(underline(text)),
    strong: bold,
    faint: dim,
    good: (text) => bold(green(text)),
    bad: (text) => bold(red(text)),
    code: cyan,
  };
}
