import type { Context, FileRef } from './context.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { reported, type Reported } from './publisher.ts';

/** The diagnostics of a file as they are now. */
export function currentReport(context: Context, ref: FileRef | undefined): Reported {
  return reported(ref ? diagnosticsOf(context, ref) : []);
}
