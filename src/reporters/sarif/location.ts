import type { Artifact, Location, Region } from 'sarif';
import type { Range } from '../../model/range.ts';
import type { Report } from '../../model/report.ts';
import { compareText, sortedFindings } from '../findings.ts';
import { relativeUri } from './uri.ts';

export const sourceRoot = '%SRCROOT%';

/** Makes locations that refer to the artifacts of one run. */
export interface Locator {
  readonly artifacts: Artifact[];
  readonly locate: (file: string, at: Range | undefined, text?: string) => Location;
}

export function createLocator(report: Report): Locator {
  const files = filesOf(report);
  const indices = new Map(files.map((file, index) => [file, index]));
  return {
    artifacts: files.map((file) => ({
      location: { uri: relativeUri(file), uriBaseId: sourceRoot },
      roles: ['analysisTarget'],
    })),
    locate: (file, at, text) => ({
      physicalLocation: {
        artifactLocation: { uri: relativeUri(file), uriBaseId: sourceRoot, index: indices.get(file) ?? -1 },
        ...(at && { region: regionOf(at) }),
      },
      ...(text !== undefined && { message: { text } }),
    }),
  };
}

/** Every file that a location names, once. */
function filesOf(report: Report): string[] {
  const files = new Set<string>();
  for (const finding of sortedFindings(report)) {
    for (const { file } of [finding, finding.entry, ...finding.path]) files.add(file);
  }
  for (const { file } of [...report.skipped, ...report.unusedDirectives]) files.add(file);
  return [...files].sort(compareText);
}

export function regionOf([line, character, endLine, endCharacter]: Range): Region {
  return { startLine: line + 1, startColumn: character + 1, endLine: endLine + 1, endColumn: endCharacter + 1 };
}
