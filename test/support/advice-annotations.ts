/** `// advise: concurrency await-in-loop` above a function: the verdict, and the kind of the first evidence. */
const ANNOTATION = /^ *(?:\/\/|#) advise: (concurrency|parallelism|both|neither) (\S+)$/;

export interface ExpectedAdvice {
  /** Zero-based, of the function. */
  readonly line: number;
  /** The end of that line, which is in the function. */
  readonly character: number;
  readonly text: string;
  readonly verdict: string;
  readonly evidence: string;
}

export function expectedAdvice(source: string): ExpectedAdvice[] {
  const lines = source.split('\n');
  return lines.flatMap((comment, above) => {
    const [, verdict, evidence] = ANNOTATION.exec(comment) ?? [];
    const text = lines[above + 1];
    if (verdict === undefined || evidence === undefined || text === undefined) return [];
    return [{ line: above + 1, character: text.length, text: text.trim(), verdict, evidence }];
  });
}
