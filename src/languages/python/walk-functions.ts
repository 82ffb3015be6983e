import { CallFlag, FunctionFlag } from '../../model/facts.ts';
import { declaredInDocstring } from './docstrings.ts';
import type { ClassRecord, FunctionRecord, ParamRecord, Placed, Write } from './records.ts';
import { literalOf } from './literals.ts';
import { bind, createScope } from './scopes.ts';
import { childOfType, isAsync, type Node, part, unwrap } from './tree.ts';
import { addMember, visitClass } from './walk-classes.ts';
import { noteCall, textOf, type Visitors, type Walk } from './walk-state.ts';

export const functionVisitors: Visitors = {
  function_definition: (walk, node) => {
    visitDefinition(walk, node, []);
  },
  decorated_definition: (walk, node) => {
    const decorators = node.children.flatMap((child) => (child.type === 'decorator' ? child.children.slice(0, 1) : []));
    const definition = part(node, 'definition');
    for (const decorator of decorators) walk.visit(decorator);
    if (definition?.type === 'function_definition') visitDefinition(walk, definition, decorators);
    else if (definition) visitClass(walk, definition, decorators);
  },
  lambda: (walk, node) => void visitLambda(walk, node),
  return_statement: (walk, node) => {
    const [value] = node.children;
    if (!value) return;
    walk.fn.returns.push({ node: value, scope: walk.scope });
    walk.visit(value);
  },
  yield: (walk, node) => {
    walk.fn.waits += 1;
    walk.fn.flags |= FunctionFlag.Generator;
    const [value] = node.children;
    if (!value) return;
    walk.fn.yields.push({ node: value, scope: walk.scope });
    walk.visit(value);
  },
};

function visitDefinition(walk: Walk, node: Node, decorators: readonly Node[]): void {
  const nameNode = part(node, 'name');
  if (!nameNode) return;
  const name = textOf(walk, nameNode);
  const owner = walk.owner;
  const kind = kindOf(walk, decorators);
  const record = createRecord(walk, node, {
    name: owner ? `${owner.name}.${name}` : name,
    key: owner ? `${owner.name}.${name}` : name,
    nameNode,
    flags: flagsOf(walk, node, name, owner) | kind.flags,
    decorators,
    isManager: kind.isManager,
    owner,
  });
  for (const decorator of decorators) {
    if (!kind.isPlain) noteCall(walk, { callee: decorator, args: [node], keywords: [], at: nameOfCallee(decorator) });
  }
  // A setter is no value of the property.
  if (!(kind.flags & FunctionFlag.Setter)) {
    bind(walk.scope, name, { kind: 'function', fn: record });
    if (owner) addMember(owner.statics, name, { kind: 'function', fn: record });
  }
  const { parameters, receiver } = parametersOf(node, owner !== null && !kind.isStatic);
  visitSignature(walk, record, parameters);
  enter(walk, record, cacheFlag(walk, decorators, parameters.length) | threadFlag(walk, decorators), () => {
    if (receiver && owner) {
      bind(walk.scope, textOf(walk, receiver), { kind: 'receiver', record: owner, isClass: kind.isClass });
    }
    bindParameters(walk, record, parameters);
    const body = part(node, 'body');
    if (body) walk.visit(body);
  });
  if (record.flags & FunctionFlag.Generator && kind.isManager) record.flags &= ~FunctionFlag.Generator;
}

interface DefinitionKind {
  readonly flags: number;
  readonly isStatic: boolean;
  readonly isClass: boolean;
  readonly isManager: boolean;
  /** Its decorators are those of the language, which call nothing. */
  readonly isPlain: boolean;
}

const GETTERS = /(?:^|\.)(?:cached_)?property$/;
const PLAIN =
  /(?:^|\.)(?:(?:cached_)?property|staticmethod|classmethod|abstractmethod|override|final|overload|setter|deleter)$/;

/** What the decorators of the language make of a function. */
function kindOf(walk: Walk, decorators: readonly Node[]): DefinitionKind {
  const names = decorators.map((decorator) => textOf(walk, decorator));
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  const isSetter = has(/\.(?:setter|deleter)$/);
  return {
    flags: isSetter ? FunctionFlag.Setter : has(GETTERS) ? FunctionFlag.Getter : 0,
    isStatic: has(/^staticmethod$/),
    isClass: has(/^classmethod$/),
    isManager: has(/(?:^|\.)(?:async)?contextmanager$/),
    isPlain: names.every((name) => PLAIN.test(name)),
  };
}

/** The body of a function with a cache runs once for each of its arguments. */
function cacheFlag(walk: Walk, decorators: readonly Node[], parameters: number): number {
  const isCached = decorators.some((node) => /(?:^|\.)(?:lru_cache|cache|cached_property)\b/.test(textOf(walk, node)));
  if (!isCached) return 0;
  return parameters === 0 ? CallFlag.Memoised : CallFlag.Kept;
}

/** `@get("/", sync_to_thread=True)`: whoever registers it has it run in a thread. */
function threadFlag(walk: Walk, decorators: readonly Node[]): number {
  const isThreaded = decorators.some((node) => /\bsync_to_thread\s*=\s*True\b/.test(textOf(walk, node)));
  return isThreaded ? CallFlag.OffLoop : 0;
}

function flagsOf(walk: Walk, node: Node, name: string, owner: ClassRecord | null): number {
  let flags = isAsync(walk.source, node) ? FunctionFlag.Async | FunctionFlag.Deferred : 0;
  if (owner) flags |= FunctionFlag.Method;
  if (owner && name === '__init__') flags |= FunctionFlag.Constructor;
  return flags | declaredInDocstring(walk, node);
}

interface RecordOptions extends Pick<FunctionRecord, 'name' | 'key' | 'nameNode' | 'flags' | 'isManager' | 'owner'> {
  readonly decorators: readonly Node[];
}

function createRecord(walk: Walk, node: Node, options: RecordOptions): FunctionRecord {
  const path = walk.fn.index === 0 || options.owner ? options.key : `${walk.fn.key}.${options.key}`;
  const count = (walk.keys.get(path) ?? 0) + 1;
  walk.keys.set(path, count);
  const returned = part(node, 'return_type');
  const record = {
    ...options,
    index: walk.functions.length,
    node,
    parent: walk.fn,
    key: count === 1 ? path : `${path}#${count}`,
    params: [],
    returnType: returned ? { node: returned, scope: walk.scope } : null,
    returns: [],
    yields: [],
    calls: [],
    decorators: options.decorators.map((decorator): Placed => ({ node: decorator, scope: walk.scope })),
    waits: 0,
    steps: 0,
  } as unknown as FunctionRecord;
  record.scope = createScope('function', walk.scope, record);
  walk.functions.push(record);
  walk.functionOf.set(node, record);
  return record;
}

/** Walks `inner` as the body of the function. */
function enter(walk: Walk, record: FunctionRecord, flags: number, inner: () => void): void {
  const { fn, scope, owner, awaited, loops } = walk;
  const outerFlags = walk.flags;
  walk.fn = record;
  walk.scope = record.scope;
  walk.owner = null;
  walk.awaited = null;
  walk.loops = [];
  walk.flags = (outerFlags & CallFlag.OffLoop) | flags;
  inner();
  walk.fn = fn;
  walk.scope = scope;
  walk.owner = owner;
  walk.awaited = awaited;
  walk.loops = loops;
  walk.flags = outerFlags;
}

/** The parameters, and the first of a method, which gets what the method is called on. */
function parametersOf(node: Node, isMethod: boolean): { parameters: readonly Node[]; receiver: Node | undefined } {
  const all = (part(node, 'parameters')?.children ?? []).filter(({ type }) => !type.endsWith('_separator'));
  const first = all[0] && nameOfParameter(all[0]);
  return isMethod && first ? { parameters: all.slice(1), receiver: first } : { parameters: all, receiver: undefined };
}

/** The name of a parameter; none for `*args` and `**options`. */
function nameOfParameter(node: Node): Node | undefined {
  switch (node.type) {
    case 'identifier':
      return node;
    case 'typed_parameter':
      return childOfType(node, 'identifier');
    case 'default_parameter':
    case 'typed_default_parameter':
      return part(node, 'name');
    default:
      return undefined;
  }
}

/** Defaults and annotations are evaluated where the function is defined, not where it runs. */
function visitSignature(walk: Walk, record: FunctionRecord, parameters: readonly Node[]): void {
  for (const parameter of parameters) {
    const type = part(parameter, 'type');
    const value = part(parameter, 'value');
    const name = nameOfParameter(parameter);
    const constant = value && literalOf(walk, value);
    const param: ParamRecord = {
      name: name ? textOf(walk, name) : restName(walk, parameter),
      type: type ? { node: type, scope: walk.scope } : null,
      ...(constant !== undefined && { value: constant }),
    };
    record.params.push(param);
    if (value) walk.visit(value);
    if (type && holdsCall(type)) walk.visit(type);
  }
}

/** `Annotated[Session, Depends(session)]`. */
function holdsCall(node: Node): boolean {
  return node.type === 'call' || node.children.some(holdsCall);
}

function bindParameters(walk: Walk, record: FunctionRecord, parameters: readonly Node[]): void {
  const outer = record.scope.parent ?? record.scope;
  parameters.forEach((parameter, index) => {
    const name = nameOfParameter(parameter);
    const type = part(parameter, 'type');
    if (!name) {
      const further = record.params[index]?.name.startsWith('**') ? index : undefined;
      const write: Write = further === undefined ? { kind: 'opaque' } : { kind: 'opaque', further };
      for (const rest of restNames(parameter)) bind(walk.scope, textOf(walk, rest), write);
      return;
    }
    const annotation = type && { node: type, scope: outer };
    bind(walk.scope, textOf(walk, name), { kind: 'param', fn: record, index }, annotation);
    const value = part(parameter, 'value');
    if (value) bind(walk.scope, textOf(walk, name), { kind: 'expression', node: value, scope: outer, isDefault: true });
  });
}

/** `*args`, `**options`. */
function restName(walk: Walk, parameter: Node): string {
  const splat = parameter.type === 'typed_parameter' ? parameter.children[0] : parameter;
  return splat?.type.endsWith('_splat_pattern') ? textOf(walk, splat) : '';
}

function restNames(node: Node): Node[] {
  return node.type === 'identifier' ? [node] : node.children.filter(({ field }) => field !== 'type').flatMap(restNames);
}

/** Notes a lambda down and walks into it. */
export function visitLambda(walk: Walk, node: Node): FunctionRecord {
  const hint = walk.hint;
  walk.hint = null;
  const record = createRecord(walk, node, {
    name: hint?.name ?? 'lambda function',
    key: hint?.key ?? '<lambda>',
    nameNode: null,
    flags: 0,
    isManager: false,
    owner: null,
    decorators: [],
  });
  const { parameters } = parametersOf(node, false);
  visitSignature(walk, record, parameters);
  enter(walk, record, 0, () => {
    bindParameters(walk, record, parameters);
    const body = part(node, 'body');
    if (!body) return;
    record.returns.push({ node: body, scope: walk.scope });
    walk.visit(body);
  });
  return record;
}

/** What a finding underlines: the last name of the callee. */
export function nameOfCallee(callee: Node): Node {
  const node = unwrap(callee);
  if (node.type === 'attribute') return part(node, 'attribute') ?? node;
  return node.type === 'call' ? nameOfCallee(part(node, 'function') ?? node) : node;
}

/** The module body, as a function. */
export function moduleRecord(root: Node): FunctionRecord {
  const record = {
    index: 0,
    node: root,
    parent: null,
    name: 'module',
    key: '<module>',
    flags: 0,
    nameNode: null,
    params: [],
    returnType: null,
    returns: [],
    yields: [],
    calls: [],
    decorators: [],
    waits: 0,
    steps: 0,
    isManager: false,
    owner: null,
  } as unknown as FunctionRecord;
  record.scope = createScope('module', null, record);
  return record;
}
