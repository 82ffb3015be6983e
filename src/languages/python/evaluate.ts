import type { PropertyFacts, ValueId } from '../../model/facts.ts';
import { createValueStore, intern, internImport, internMember, internUnion, isDefinite, UNKNOWN } from '../values.ts';
import { BUILT_IN, isBuiltIn } from './builtins.ts';
import { collectionOfCall, heldBy, implicit, itemOf, partOf, tableOf, writtenItems } from './collections.ts';
import { derive, type Evaluator } from './evaluator.ts';
import { compiledExpression, expressionValue } from './expressions.ts';
import { operatorOf } from './guards.ts';
import { literalOf } from './literals.ts';
import type { Binding, MemberSource, Placed, Scope, Write } from './records.ts';
import { writesReaching } from './reaching.ts';
import { lookUp } from './scopes.ts';
import { type Node, part, unwrap } from './tree.ts';
import { typeValue } from './types.ts';
import { BUILTINS } from './walk-imports.ts';
import { textOf, type Walk } from './walk-state.ts';

export function createEvaluator(walk: Walk, self: string): Evaluator {
  const evaluator: Evaluator = {
    ...createValueStore(),
    walk,
    self,
    objectOf: new Map(),
    evaluate: (expression, scope) => evaluate(evaluator, expression, scope),
    named: (name, scope) => nameValue(evaluator, name, scope),
  };
  return evaluator;
}

function evaluate(evaluator: Evaluator, expression: Node, scope: Scope): ValueId {
  const node = unwrap(expression);
  switch (node.type) {
    case 'identifier':
      return nameValue(evaluator, textOf(evaluator.walk, node), scope, node.start);
    case 'attribute':
      return attributeValue(evaluator, node, scope);
    case 'call':
      return callValue(evaluator, node, scope);
    case 'await':
    case 'as_pattern':
      return node.children[0] ? evaluate(evaluator, node.children[0], scope) : UNKNOWN;
    case 'named_expression':
      return partValue(evaluator, node, 'value', scope);
    case 'conditional_expression': {
      const [then, , otherwise] = node.children;
      return then && otherwise ? unionOf(evaluator, [then, otherwise], scope) : UNKNOWN;
    }
    case 'boolean_operator':
      return logicalValue(evaluator, node, scope);
    case 'binary_operator':
      return binaryValue(evaluator, node, scope);
    case 'subscript':
      return subscriptValue(evaluator, node, scope);
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
      return intern(evaluator, ['array', node.children.map((element) => evaluate(evaluator, element, scope))]);
    case 'list_comprehension':
    case 'generator_expression':
    case 'set_comprehension':
      return comprehensionValue(evaluator, node);
    case 'dictionary_comprehension':
      return comprehensionTable(evaluator, node);
    case 'dictionary':
      return dictionaryValue(evaluator, node, scope);
    case 'dictionary_splat':
      return furtherValue(evaluator, node, scope);
    default:
      return definitionValue(evaluator, node);
  }
}

function partValue(evaluator: Evaluator, node: Node, field: string, scope: Scope): ValueId {
  const inner = part(node, field);
  return inner ? evaluate(evaluator, inner, scope) : UNKNOWN;
}

function unionOf(evaluator: Evaluator, nodes: readonly Node[], scope: Scope): ValueId {
  return internUnion(
    evaluator,
    nodes.map((node) => evaluate(evaluator, node, scope)),
  );
}

function definitionValue(evaluator: Evaluator, node: Node): ValueId {
  const fn = evaluator.walk.functionOf.get(node);
  if (fn) return intern(evaluator, ['function', fn.index]);
  const record = evaluator.walk.classOf.get(node);
  if (record) return intern(evaluator, ['class', record.index]);
  const literal = literalOf(evaluator.walk, node);
  return literal === undefined ? UNKNOWN : intern(evaluator, ['literal', literal]);
}

/** `**options` of the function itself, if it does no more than to look into them. */
function furtherValue(evaluator: Evaluator, { children }: Node, scope: Scope): ValueId {
  const [name] = children;
  const binding = name?.type === 'identifier' ? lookUp(scope, textOf(evaluator.walk, name)) : undefined;
  const [write, ...others] = binding?.writes ?? [];
  if (!binding || write?.kind !== 'opaque' || write.further === undefined || others.length > 0) return UNKNOWN;
  const { fn } = binding.scope;
  const body = textOf(evaluator.walk, part(fn.node, 'body') ?? fn.node);
  const changes = new RegExp(`(?<!\\*\\*\\s*)\\b${binding.name}\\b(?!\\.(?:get|pop|keys|items|values)\\()`);
  return changes.test(body) ? UNKNOWN : intern(evaluator, ['param', fn.index, write.further]);
}

/** `at`: where the name stands. Undefined: anywhere. */
function nameValue(evaluator: Evaluator, name: string, scope: Scope, at?: number): ValueId {
  const binding = lookUp(scope, name);
  const reaching = binding && at !== undefined ? writesReaching(binding, scope, at) : undefined;
  if (binding && reaching) {
    const written = reaching.map((write) => valueOnce(evaluator, write));
    return preferAnnotation(evaluator, internUnion(evaluator, written), binding.annotation);
  }
  if (binding) return bindingValue(evaluator, binding);
  if (BUILT_IN.has(name)) return internMember(evaluator, internImport(evaluator, BUILTINS), name);
  // It may be one of those that were taken over from another module.
  const isTaken = evaluator.walk.stars.length > 0 && !isBuiltIn(name);
  return isTaken ? internMember(evaluator, internImport(evaluator, evaluator.self), name) : UNKNOWN;
}

/** A name that hangs on itself (`x = wrap(x)`) is not followed further. */
function valueOnce(evaluator: Evaluator, write: Write): ValueId {
  if (write.value === 'busy') return UNKNOWN;
  if (write.value !== undefined) return write.value;
  write.value = 'busy';
  return (write.value = writeValue(evaluator, write));
}

function bindingValue(evaluator: Evaluator, binding: Binding): ValueId {
  if (binding.value === 'busy') return UNKNOWN;
  if (binding.value !== undefined) return binding.value;
  binding.value = 'busy';
  const written = internUnion(
    evaluator,
    binding.writes.map((write) => writeValue(evaluator, write)),
  );
  const value = preferAnnotation(evaluator, written, binding.annotation);
  binding.value = value;
  return value;
}

/** An annotation helps where the assigned value says nothing. */
function preferAnnotation(evaluator: Evaluator, written: ValueId, annotation: Placed | undefined): ValueId {
  if (!annotation || (isDefinite(evaluator, written) && !isEmpty(evaluator, written))) return written;
  return annotated(evaluator, written, typeValue(evaluator, annotation.node, annotation.scope));
}

/** A collection is what was assigned, which tells how large it is, unless that says nothing at all. */
function annotated(evaluator: Evaluator, written: ValueId, type: ValueId | undefined): ValueId {
  if (type === undefined) return written;
  const isCollection = evaluator.values[type]?.[0] === 'object';
  return !isCollection || written === UNKNOWN || isEmpty(evaluator, written) ? type : written;
}

/** A list or a table that is written down without items gets them later. */
function isEmpty(evaluator: Evaluator, id: ValueId): boolean {
  const value = evaluator.values[id];
  if (value?.[0] === 'literal') return value[1] === null;
  if (value?.[0] === 'array') return value[1].length === 0;
  if (value?.[0] === 'result') return isCollectionType(evaluator, value[1]);
  const facts = value?.[0] === 'object' ? evaluator.objects[value[1]] : undefined;
  return facts?.properties.length === 0 && facts.spreads.length === 0;
}

/** `deque`, `OrderedDict`, `set`. */
function isCollectionType(evaluator: Evaluator, id: ValueId): boolean {
  const value = evaluator.values[id];
  const module = value?.[0] === 'member' ? evaluator.values[value[1]] : undefined;
  return (
    module?.[0] === 'import' && /^python:(?:builtins|collections|weakref)$/.test(evaluator.imports[module[1]] ?? '')
  );
}

function writeValue(evaluator: Evaluator, write: Write): ValueId {
  switch (write.kind) {
    case 'expression':
      return evaluate(evaluator, write.node, write.scope);
    case 'element':
      return itemOf(evaluator, evaluate(evaluator, write.node, write.scope));
    case 'part':
      return partOf(evaluator, writeValue(evaluator, write.of), write.index);
    case 'param':
      return intern(evaluator, ['param', write.fn.index, write.index]);
    case 'receiver': {
      const of = intern(evaluator, ['class', write.record.index]);
      return write.isClass ? of : derive(evaluator, 'instance', of);
    }
    case 'import': {
      const module = internImport(evaluator, write.specifier);
      return write.name === null ? module : internMember(evaluator, module, write.name);
    }
    case 'function':
      return intern(evaluator, ['function', write.fn.index]);
    case 'class':
      return intern(evaluator, ['class', write.record.index]);
    case 'opaque':
      return UNKNOWN;
  }
}

/** `a.b.c`, where an import statement of the file names a module of that path, is that module. */
function attributeValue(evaluator: Evaluator, node: Node, scope: Scope): ValueId {
  const name = part(node, 'attribute');
  if (!name) return UNKNOWN;
  const of = partValue(evaluator, node, 'object', scope);
  const text = textOf(evaluator.walk, name);
  const value = evaluator.values[of];
  if (value?.[0] === 'class' && isEnumMember(evaluator, value[1], text)) return derive(evaluator, 'instance', of);
  if (value?.[0] === 'import') {
    const specifier = `${evaluator.imports[value[1]] ?? ''}.${text}`;
    if (evaluator.walk.loads.has(specifier)) return internImport(evaluator, specifier);
  }
  return of === UNKNOWN ? UNKNOWN : internMember(evaluator, of, text);
}

/** `Color.RED` is a color. */
function isEnumMember({ walk }: Evaluator, index: number, name: string): boolean {
  const record = walk.classes[index];
  const isEnum = record?.bases.some((base) => /(?:Enum|Flag)$/.test(textOf(walk, base)));
  return isEnum === true && record?.statics.get(name)?.every(({ kind }) => kind === 'expression') === true;
}

/** What they give, once it is awaited, is what the function gives that they are handed. */
const ELSEWHERE: readonly { readonly names: RegExp; readonly argument: number }[] = [
  { names: /\b(?:to_thread|run_in_threadpool|to_thread\.run_sync)$/, argument: 0 },
  { names: /\.run_in_executor$/, argument: 1 },
];

function elsewhereValue(
  evaluator: Evaluator,
  callee: string,
  list: Node | undefined,
  scope: Scope,
): ValueId | undefined {
  const found = ELSEWHERE.find(({ names }) => names.test(callee));
  const job = found && list?.type === 'argument_list' ? list.children[found.argument] : undefined;
  const of = job && job.type !== 'keyword_argument' ? evaluate(evaluator, job, scope) : UNKNOWN;
  return of === UNKNOWN ? undefined : derive(evaluator, 'result', of);
}

/** What they return is what they are given, or stands for it. */
const RETURNS_ITS_ARGUMENT =
  /^(?:(?:functools\.)?partial(?:method)?|staticmethod|classmethod|(?:contextlib\.)?(?:a?closing|nullcontext)|\w+\.enter_(?:async_)?context)$/;

function callValue(evaluator: Evaluator, node: Node, scope: Scope): ValueId {
  const callee = part(node, 'function');
  if (!callee) return UNKNOWN;
  const list = part(node, 'arguments');
  const [first, second] = list?.type === 'argument_list' ? list.children : [];
  const name = textOf(evaluator.walk, callee);
  if (name === 'super') return superValue(evaluator, scope);
  if (first && RETURNS_ITS_ARGUMENT.test(name)) return evaluate(evaluator, first, scope);
  if (/^(?:typing\.)?cast$/.test(name) && first && second) {
    return typeValue(evaluator, first, scope) ?? evaluate(evaluator, second, scope);
  }
  if (name === 'getattr' && first && second && !lookUp(scope, name)) {
    const key = literalOf(evaluator.walk, second);
    const of = typeof key === 'string' ? evaluate(evaluator, first, scope) : UNKNOWN;
    return of === UNKNOWN ? UNKNOWN : internMember(evaluator, of, String(key));
  }
  const of = evaluate(evaluator, callee, scope);
  const made =
    elsewhereValue(evaluator, name, list, scope) ?? (list && collectionMade(evaluator, callee, of, list, scope));
  if (made !== undefined) return made;
  return compiledValue(evaluator, node, of, scope) ?? derive(evaluator, 'result', of);
}

/** What makes a collection of others, or takes something out of one that the file writes down. */
function collectionMade(
  evaluator: Evaluator,
  callee: Node,
  of: ValueId,
  { type, children }: Node,
  scope: Scope,
): ValueId | undefined {
  const value = evaluator.values[of];
  if (value?.[0] !== 'member' || type !== 'argument_list') return undefined;
  const [, holder, name] = value;
  const module = evaluator.values[holder];
  if (module?.[0] === 'object') return heldBy(evaluator, holder, name) ?? writtenItems(evaluator, holder, name);
  if (module?.[0] !== 'import') return undefined;
  const specifier = evaluator.imports[module[1]];
  if (specifier === 'python:collections' && name === 'defaultdict') {
    const maker = children[0] ? evaluate(evaluator, children[0], scope) : UNKNOWN;
    return tableOf(evaluator, undefined, derive(evaluator, 'result', maker));
  }
  if (specifier !== BUILTINS || callee.type !== 'identifier') return undefined;
  return collectionOfCall(
    evaluator,
    name,
    children.map((child) => evaluate(evaluator, child, scope)),
  );
}

/** `re.compile('…')`. */
function compiledValue(evaluator: Evaluator, node: Node, of: ValueId, scope: Scope): ValueId | undefined {
  const value = evaluator.values[of];
  if (value?.[0] !== 'member' || value[2] !== 'compile') return undefined;
  const module = evaluator.values[value[1]];
  if (module?.[0] !== 'import' || evaluator.imports[module[1]] !== 'python:re') return undefined;
  const compiled = compiledExpression(evaluator.walk, node, scope);
  return compiled && expressionValue(evaluator, compiled);
}

/** `super()` in a method: an instance of the first superclass. */
function superValue(evaluator: Evaluator, scope: Scope): ValueId {
  for (let fn: typeof scope.fn | null = scope.fn; fn; fn = fn.parent) {
    if (!fn.owner) continue;
    const { bases, outer } = fn.owner;
    const superclass = internUnion(
      evaluator,
      bases.map((base) => evaluate(evaluator, base, outer)).filter((base) => base !== UNKNOWN),
    );
    return derive(evaluator, 'instance', superclass);
  }
  return UNKNOWN;
}

function logicalValue(evaluator: Evaluator, node: Node, scope: Scope): ValueId {
  const [left, right] = [part(node, 'left'), part(node, 'right')];
  if (!left || !right) return UNKNOWN;
  return operatorOf(evaluator.walk, node) === 'and'
    ? evaluate(evaluator, right, scope)
    : unionOf(evaluator, [left, right], scope);
}

function binaryValue(evaluator: Evaluator, node: Node, scope: Scope): ValueId {
  if (operatorOf(evaluator.walk, node) !== '/') return definitionValue(evaluator, node);
  return implicit(evaluator, partValue(evaluator, node, 'left', scope), '__truediv__');
}

function subscriptValue(evaluator: Evaluator, node: Node, scope: Scope): ValueId {
  const of = partValue(evaluator, node, 'value', scope);
  const value = evaluator.values[of];
  // `Box[int]` is the class.
  if (value?.[0] === 'class') return of;
  if (value?.[0] === 'array') return internUnion(evaluator, value[1]);
  const key = part(node, 'subscript');
  const name = key && literalOf(evaluator.walk, key);
  if (value?.[0] === 'object') {
    const held = typeof name === 'number' ? partOf(evaluator, of, name) : heldBy(evaluator, of, '__getitem__');
    return held ?? (typeof name === 'string' ? internMember(evaluator, of, name) : UNKNOWN);
  }
  // A dictionary that is imported.
  const isTable = value?.[0] === 'member' && evaluator.values[value[1]]?.[0] === 'import';
  if (isTable && typeof name === 'string') return internMember(evaluator, of, name);
  return implicit(evaluator, of, '__getitem__');
}

function comprehensionValue(evaluator: Evaluator, node: Node): ValueId {
  const body = part(node, 'body');
  const scope = evaluator.walk.scopeOf.get(node);
  return body && scope ? intern(evaluator, ['array', [evaluate(evaluator, body, scope)]]) : UNKNOWN;
}

/** `{name: open(name) for name in names}` */
function comprehensionTable(evaluator: Evaluator, node: Node): ValueId {
  const [pair, scope] = [part(node, 'body'), evaluator.walk.scopeOf.get(node)];
  const [key, value] = pair ? [part(pair, 'key'), part(pair, 'value')] : [];
  if (!key || !value || !scope) return UNKNOWN;
  return tableOf(evaluator, evaluate(evaluator, key, scope), evaluate(evaluator, value, scope)) ?? UNKNOWN;
}

function dictionaryValue(evaluator: Evaluator, node: Node, scope: Scope): ValueId {
  const known = evaluator.objectOf.get(node);
  if (known !== undefined) return known;
  const index = evaluator.objects.push({ properties: [], spreads: [] }) - 1;
  const id = intern(evaluator, ['object', index]);
  evaluator.objectOf.set(node, id);
  const properties: PropertyFacts[] = [];
  const spreads: ValueId[] = [];
  for (const child of node.children) {
    const [key, value] = [part(child, 'key'), part(child, 'value')];
    if (child.type === 'dictionary_splat' && child.children[0]) {
      spreads.push(evaluate(evaluator, child.children[0], scope));
    } else if (key && value) {
      const name = literalOf(evaluator.walk, key);
      if (name !== undefined) properties.push([String(name), evaluate(evaluator, value, scope)]);
    }
  }
  evaluator.objects[index] = { properties, spreads };
  return id;
}

/** The value of an attribute of a class or its instances: what is assigned to it, else what its annotation says. */
export function memberValue(evaluator: Evaluator, sources: readonly MemberSource[]): ValueId {
  const written: ValueId[] = [];
  let type: ValueId | undefined;
  for (const source of sources) {
    if (source.kind === 'function') written.push(intern(evaluator, ['function', source.fn.index]));
    else if (source.kind === 'class') written.push(intern(evaluator, ['class', source.record.index]));
    else if (source.kind === 'expression') written.push(evaluate(evaluator, source.node, source.scope));
    else type ??= typeValue(evaluator, source.node, source.scope);
  }
  const value = internUnion(evaluator, written);
  return isDefinite(evaluator, value) && !isEmpty(evaluator, value) ? value : annotated(evaluator, value, type);
}
