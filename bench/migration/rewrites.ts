import { chdir, cwd } from 'node:process';
import { openProject } from '../../src/cli/open-project.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Fix } from '../../src/model/fix.ts';
import { applyEdits } from '../../src/session/apply-edits.ts';
import type { FixAllResult } from '../../src/session/fixes.ts';
import { kindOfPath } from '../../src/workspace/file-kinds.ts';

/** A finding of the package as it is published, and the way out of it that is offered first. */
export interface Offer {
  readonly finding: Finding;
  readonly fix: Fix | undefined;
}

/** Texts of files after a change. */
export type Texts = readonly { readonly file: string; readonly after: string }[];

export interface Rewrites {
  readonly offers: readonly Offer[];
  /** What `loopwise fix` does, and what it does with `--unsafe`. */
  readonly safe: FixAllResult;
  readonly all: FixAllResult;
  /** What one fix alone does. */
  readonly alone: (fix: Fix) => Promise<Texts>;
}

/** Does in memory what the command line does in the folder of a package. */
export async function rewritesIn(folder: string): Promise<Rewrites> {
  const before = cwd();
  chdir(folder);
  try {
    const options = { includeTests: true, includeTooling: true, cache: false, threads: 0 };
    const { session, host } = await openProject([], options, { wholeProject: true });
    await session.update();
    const files = host.files().filter((file) => kindOfPath(file) === 'product');
    const offers: Offer[] = [];
    for (const finding of files.flatMap((file) => session.findings(file)).filter(isToBeFixed)) {
      const fixes = await session.fixes(finding.file, finding.range);
      offers.push({ finding, fix: fixes.find((fix) => fix.finding === finding.fingerprint) });
    }
    return {
      offers,
      safe: await session.fixAll({ files }),
      all: await session.fixAll({ files, unsafe: true }),
      alone: ({ changes }) =>
        Promise.all(
          changes.map(async ({ file, edits, isNew }) => ({
            file,
            after: applyEdits(isNew ? '' : await host.read(file), edits),
          })),
        ),
    };
  } finally {
    chdir(before);
  }
}

/** As `loopwise fix` chooses. */
function isToBeFixed({ severity, suppression }: Finding): boolean {
  return severity !== 'hint' && suppression === undefined;
}
