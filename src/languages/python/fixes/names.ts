import type { Node } from '../tree.ts';
import { type Editor } from './editor.ts';
import { type Imported, importsOf, isAtTop } from './import-list.ts';
import { isTarget } from './block-names.ts';
import {
  bindingAt,
  descendants,
  type FixSource,
  functionAround,
  isLabel,
  isNameUsed,
  sliceOf,
  statementAround,
} from './source.ts';

/** The text by which code at a node speaks of a name of a module, which is imported if it is not: `asyncio.sleep`. */
export function nameFor(
  editor: Editor,
  place: Node,
  module: string,
  name: string,
  form: 'module' | 'from' = 'module',
): string {
  const { source, wanted } = editor;
  const usable = importsOf(source).filter((imported) => isVisible(source, place, imported));
  const direct = usable.find((imported) => imported.module === module && imported.name === name);
  if (direct) return direct.local;
  const whole = usable.find((imported) => imported.module === module && imported.name === undefined);
  if (whole) return `${whole.local}.${name}`;
  const asked = wanted.find((want) => want.module === module && (want.name === undefined || want.name === name));
  if (asked) return asked.name === undefined ? `${asked.local}.${name}` : asked.local;
  const first = form === 'from' ? name : module;
  const local = freeName(editor, first);
  wanted.push({ module, name: form === 'from' ? name : undefined, local });
  return form === 'from' ? local : `${local}.${name}`;
}

/** Whether an import's name means the import at a place. */
function isVisible(source: FixSource, place: Node, imported: Imported): boolean {
  const { local, statement } = imported;
  const [first = local] = local.split('.');
  const binding = bindingAt(source, place, first);
  if (!binding || binding.writes.some(({ kind }) => kind !== 'import')) return false;
  if (isAtTop(source, imported)) return binding.scope.kind === 'module';
  return functionAround(source, statement) === functionAround(source, place) && statement.end <= place.start;
}

/** A name that means nothing in the file yet. */
export function freeName({ source, wanted, helpers }: Editor, preferred: string): string {
  const isFree = (name: string): boolean =>
    !isNameUsed(source, name) && !wanted.some(({ local }) => local === name) && !helpers.has(name);
  if (isFree(preferred)) return preferred;
  for (let count = 2; ; count++) if (isFree(`${preferred}_${count}`)) return `${preferred}_${count}`;
}

/** A name that means nothing yet in the function around a place, but for what the pattern says of its assignments. */
export function freeLocal(editor: Editor, place: Node, preferred: string, own: RegExp): string {
  const { source } = editor;
  const around = functionAround(source, place);
  const names = [...descendants(around)].filter((node) => node.type === 'identifier' && !isLabel(source, node));
  const isFree = (name: string): boolean => {
    const uses = names.filter((node) => sliceOf(source, node) === name);
    const targets = uses.filter((node) => isTarget(source, node));
    return (
      uses.length === 0 ||
      (targets.length > 0 && targets.every((node) => own.test(sliceOf(source, statementAround(source, node)))))
    );
  };
  for (let count = 1; ; count++) {
    const name = count === 1 ? preferred : `${preferred}_${count}`;
    if (isFree(name)) return name;
  }
}
