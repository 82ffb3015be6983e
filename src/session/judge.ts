import type { ExpressionVerdict } from '../model/expression.ts';
import type { Finding } from '../model/finding.ts';
import type { SkippedFile, UnusedDirective } from '../model/report.ts';
import type { Host } from './host.ts';
import { createSession, type Session, type SessionOptions } from './session.ts';
import { sizesOf, type ProjectSizes } from './sizes.ts';
import { skippedFile } from './skipped.ts';

/** What an audit says of one part. */
export interface PartResult {
  readonly findings: readonly Finding[];
  readonly skipped: readonly SkippedFile[];
  readonly unused: readonly UnusedDirective[];
  readonly sizes: ProjectSizes;
}

export interface Judged {
  /** In the order of the parts. */
  readonly results: readonly PartResult[];
  /** Whether another audit could not find out more. */
  readonly isFinal: boolean;
}

/** Links and judges some parts, each given by its files. `onWait` is called when others could run meanwhile. */
export async function judgeParts(
  host: Host,
  options: SessionOptions,
  parts: readonly (readonly string[])[],
  onWait: () => void,
): Promise<Judged> {
  const files = parts.flat();
  const { expressions } = host;
  let isFinal = true;
  const ask: Host['expressions'] = async (wanted) => {
    const asked = expressions?.(wanted);
    onWait();
    const verdicts = (await asked) ?? new Map<string, ExpressionVerdict>();
    for (const { growth } of verdicts.values()) if (growth === 'unknown') isFinal = false;
    return verdicts;
  };
  const session = createSession({ ...host, files: () => files, expressions: expressions && ask }, options);
  await session.update();
  return { results: parts.map((part) => resultOf(session, part)), isFinal };
}

function resultOf(session: Session, files: readonly string[]): PartResult {
  const known = files.map((file) => ({ file, facts: session.facts(file) }));
  return {
    findings: files.flatMap((file) => session.findings(file)),
    unused: files.flatMap((file) => session.unusedDirectives(file)),
    skipped: known.flatMap(({ file, facts }) => skippedFile(file, facts) ?? []),
    sizes: sizesOf(known.map(({ facts }) => facts)),
  };
}
