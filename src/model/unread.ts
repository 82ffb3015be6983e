import type { FileFacts, ParseProblem } from './facts.ts';

/** The facts of a file that could not be read as code. */
export function unreadFacts(language: string, lines: number, problem: ParseProblem): FileFacts {
  return {
    language,
    problem,
    lines,
    imports: [],
    values: [],
    functions: [],
    classes: [],
    objects: [],
    exports: [],
    assignments: [],
    directives: [],
    roles: [],
  };
}
