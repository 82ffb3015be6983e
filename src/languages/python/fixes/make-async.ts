import type { ClassRecord, FunctionRecord, Scope } from '../records.ts';
import { lookUp } from '../scopes.ts';
import { type Node, part, unwrap } from '../tree.ts';
import { type Editor, insert, refuse } from './editor.ts';
import { ownNodes, parentOf, sliceOf } from './source.ts';

/** Makes a function asynchronous, or says why that cannot be. */
export function makeAsync(editor: Editor, record: FunctionRecord): void {
  const { source } = editor;
  const { node, name, nameNode, owner } = record;
  if (node.type === 'lambda' || !nameNode) return refuse(editor, 'lambda', 'a lambda cannot be asynchronous', node);
  const body = part(node, 'body');
  if (body && [...ownNodes(body)].some(({ type }) => type === 'yield')) {
    return refuse(editor, 'generator', `${name} is a generator: its consumers iterate synchronously`, nameNode);
  }
  if (owner && /^__\w+__$/.test(sliceOf(source, nameNode))) {
    return refuse(editor, 'dunder method', `${name} is called by the language, which does not wait for it`, nameNode);
  }
  if (!mayDecorate(editor, record) || !mayOverride(editor, record)) return;
  if (owner && !/^_[^_]/.test(sliceOf(source, nameNode))) {
    editor.warnings.add(`${name} is a method: callers on objects that are not known must await it`);
  }
  insert(editor, node.start, 'async ');
}

/** Decorators that take asynchronous functions as they take others. */
const PLAIN =
  /^@(?:(?:abc|typing|typing_extensions|functools)\.)?(?:staticmethod|classmethod|abstractmethod|override|final|no_type_check|wraps)\b/;
const CACHES = /^@(?:functools\.)?(?:lru_cache|cache|cached)\b|^@(?:cachetools\.)?cached(?:method)?\b/;
/** Frameworks whose handlers may be asynchronous. */
const FRAMEWORKS =
  /^python:(?:fastapi|starlette|litestar|blacksheep|quart|sanic|aiohttp|robyn|faststream|taskiq|arq|discord|nextcord|disnake|aiogram|telegram|mcp|nicegui|socketio)\b/;

function mayDecorate(editor: Editor, { node, name, scope }: FunctionRecord): boolean {
  const { source } = editor;
  const holder = parentOf(source, node);
  if (holder?.type !== 'decorated_definition') return true;
  for (const decorator of holder.children) {
    if (decorator.type !== 'decorator') continue;
    const text = sliceOf(source, decorator).replace(/\s+/g, '');
    if (PLAIN.test(text) || FRAMEWORKS.test(originOf(editor, decorator.children[0], scope.parent ?? scope))) continue;
    if (CACHES.test(text))
      refuse(
        editor,
        'cached function',
        `${text} would keep the coroutine of ${name}, which can be awaited once`,
        decorator,
      );
    else
      refuse(
        editor,
        'decorator',
        `what ${text.replace(/\(.*$/s, '')} makes of an asynchronous function is not known`,
        decorator,
      );
    return false;
  }
  return true;
}

/** The module that an expression comes from: `app.get('/')`, where `app = FastAPI()`. */
function originOf(editor: Editor, expression: Node | undefined, scope: Scope): string {
  let node = expression && unwrap(expression);
  for (let steps = 0; node && steps < 8; steps += 1) {
    if (node.type === 'call') node = part(node, 'function');
    else if (node.type === 'attribute') node = part(node, 'object');
    else if (node.type === 'identifier') {
      const [write] = lookUp(scope, sliceOf(editor.source, node))?.writes ?? [];
      if (write?.kind === 'import') return write.specifier;
      node = write?.kind === 'expression' ? unwrap(write.node) : undefined;
    } else return '';
  }
  return '';
}

/** Bases that have no methods of the kind that programs define. */
const HARMLESS_BASES =
  /^(?:(?:abc|enum|typing|typing_extensions|pydantic)\.)?(?:object|ABC|Protocol|NamedTuple|TypedDict|BaseModel|(?:Int|Str)?Enum|(?:\w*(?:Exception|Error)))$/;

/** A method that stands for one of a base class, or for which another one stands, must keep its form. */
function mayOverride(editor: Editor, { owner, name, nameNode }: FunctionRecord): boolean {
  const { source } = editor;
  if (!owner || !nameNode) return true;
  const method = sliceOf(source, nameNode);
  const base = overridden(editor, owner, method, 0);
  if (base !== undefined) refuse(editor, 'override', `${name} may override a method of ${base}`, nameNode);
  const below = source.walk.classes.find(
    (one) => one !== owner && one.statics.has(method) && isBelow(editor, one, owner, 0),
  );
  if (below) refuse(editor, 'override', `${below.name} overrides ${name}`, nameNode);
  return base === undefined && !below;
}

/** The text of the base that may have the method. */
function overridden(editor: Editor, owner: ClassRecord, method: string, depth: number): string | undefined {
  const { source } = editor;
  for (const base of owner.bases) {
    const text = sliceOf(source, base);
    const known = classOf(editor, base, owner.outer);
    if (known && depth < 8) {
      if (known.statics.has(method)) return text;
      const further = overridden(editor, known, method, depth + 1);
      if (further !== undefined) return further;
    } else if (!HARMLESS_BASES.test(text) && !/^(?:typing\.)?Generic\[/.test(text)) return text;
  }
  return undefined;
}

function classOf(editor: Editor, base: Node, scope: Scope): ClassRecord | undefined {
  const node = unwrap(base);
  if (node.type !== 'identifier') return undefined;
  const writes = lookUp(scope, sliceOf(editor.source, node))?.writes ?? [];
  return writes.length === 1 && writes[0]?.kind === 'class' ? writes[0].record : undefined;
}

function isBelow(editor: Editor, one: ClassRecord, other: ClassRecord, depth: number): boolean {
  return (
    depth < 8 &&
    one.bases.some((base) => {
      const known = classOf(editor, base, one.outer);
      return known !== undefined && (known === other || isBelow(editor, known, other, depth + 1));
    })
  );
}
