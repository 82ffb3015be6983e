import { extractFacts } from '../languages/javascript/extract.ts';
import type { FileFacts } from '../model/facts.ts';

export interface ExtractOptions {
  /** Which of the parsers of a language reads the file; by default the fastest that loads. */
  readonly engine?: 'oxc' | 'typescript';
}

type Extract = (path: string, source: string, options?: ExtractOptions) => FileFacts;

/** A further language is one more line here; what no pattern names (a script without extension) is the last one's. */
const languages: readonly { readonly files: RegExp; readonly extract: Extract }[] = [
  { files: /./, extract: extractFacts },
];

/** The facts of one source file, whatever its language. Pure; never throws. */
export function extractSource(path: string, source: string, options: ExtractOptions = {}): FileFacts {
  const language = languages.find(({ files }) => files.test(path));
  if (!language) throw new Error(`no language reads ${path}`);
  return language.extract(path, source, options);
}
