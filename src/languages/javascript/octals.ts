import { createRequire } from 'node:module';
import type * as TypeScript from 'typescript';

/** What the TypeScript parser says of the octal forms of old scripts, which it reads all the same. */
const OCTAL_ESCAPE = 1487;
const OCTAL_LITERAL = 1121;
const OTHER_ESCAPE = 1488;

interface Diagnostic {
  readonly code: number;
  readonly start: number;
  readonly length: number;
}

/**
 * A script with `0755` and `'\033'` in forms that may stand in modules, too, each as long as it was, so that nothing else
 * moves. The values stay the same but for short escapes, which leave no room for another form.
 */
export function withoutOctals(source: string): string {
  const ts = createRequire(import.meta.url)('typescript') as typeof TypeScript;
  const file = ts.createSourceFile('file.js', source, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const { parseDiagnostics } = file as unknown as { readonly parseDiagnostics: readonly Diagnostic[] };
  let text = '';
  let end = 0;
  for (const { code, start, length } of parseDiagnostics) {
    const form = modernForm(code, source.slice(start, start + length));
    if (form === undefined || start < end) continue;
    text += source.slice(end, start) + form;
    end = start + length;
  }
  return text + source.slice(end);
}

function modernForm(code: number, form: string): string | undefined {
  switch (code) {
    case OCTAL_LITERAL:
      return String(Number.parseInt(form, 8)).padStart(form.length);
    case OCTAL_ESCAPE: {
      const digits = Number.parseInt(form.slice(1), 8).toString(16).padStart(2, '0');
      return form.length === 4 ? `\\x${digits}` : ' '.repeat(form.length);
    }
    case OTHER_ESCAPE:
      return ' '.repeat(form.length);
    default:
      return undefined;
  }
}
