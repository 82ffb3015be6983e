/**
 * Syntax that the grammar does not know yet, put in a form that it does: lazy imports (PEP 810) and defaults of type
 * parameters (PEP 696). Every other character stays in its place.
 */
export function withoutNewestSyntax(source: string): string {
  return withoutTypeDefaults(source.replace(LAZY, '$1$2$3     '));
}

const LAZY = /^([ \t]*)lazy ((?:import|from)\b)(.*)$/gm;
const TYPE_PARAMETERS = /\b(?:class|def|type)[ \t]+\w+[ \t]*\[/g;

function withoutTypeDefaults(source: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const match of source.matchAll(TYPE_PARAMETERS)) {
    const start = match.index + match[0].length;
    if (start < end) continue;
    parts.push(source.slice(end, start));
    const list = typeParameters(source, start);
    parts.push(list);
    end = start + list.length;
  }
  return parts.join('') + source.slice(end);
}

/** A list of type parameters up to its bracket, with spaces for the defaults. */
function typeParameters(source: string, start: number): string {
  let text = '';
  let depth = 1;
  let isDefault = false;
  for (let index = start; index < source.length; index += 1) {
    const character = source[index] ?? '';
    if ('[({'.includes(character)) depth += 1;
    if ('])}'.includes(character)) depth -= 1;
    if (depth === 0) break;
    if (depth === 1 && (character === '=' || character === ',')) isDefault = character === '=';
    text += isDefault && character !== '\n' ? ' ' : character;
  }
  return text;
}
