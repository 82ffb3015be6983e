import type { TSESTree } from '@typescript-eslint/types';
import { endOffset, type FunctionNode, isFunctionNode, type Node, sliceOf, startOffset, staticName } from '../ast.ts';
import { type Editor, refuse } from './editor.ts';
import { changesAfter } from './shared-state.ts';
import { childrenOf, type FixSource, parentOf, variableAt } from './source.ts';
import { changesFile } from './torn-files.ts';

const REGISTERS = /^(?:on|once|addListener|prependListener|prependOnceListener|addEventListener)$/;

/** `emitter.on('event', listener)` */
interface Registration {
  /** The text of the emitter and where its name is declared; of a chain of registrations, of what it starts with. */
  readonly emitter: string;
  readonly event: string;
  readonly isOnce: boolean;
  readonly listener: FunctionNode | undefined;
  readonly node: TSESTree.CallExpression;
}

/**
 * An emitter calls its listeners one after the other and waits for none. Where one of them gets a wait, what it does after that
 * comes later than it did: refused where another listener of the emitter reads what it changes, else told.
 */
export function checkListeners(editor: Editor, waits: ReadonlyMap<FunctionNode, readonly number[]>): void {
  if (waits.size === 0) return;
  const { registrations, emits } = eventsOf(editor.source);
  for (const one of registrations) {
    const offsets = one.listener && waits.get(one.listener);
    if (!one.listener || !offsets) continue;
    const others = registrations.filter((other) => other !== one && other.emitter === one.emitter);
    refuseEarlyEnd(editor, one, one.listener, others);
    tellOrder(editor, one, [...others, ...emits.filter(({ emitter }) => emitter === one.emitter)]);
    checkChanges(editor, one, one.listener, Math.min(...offsets), others);
  }
}

/** Says that there is no more to come, and that all that came is dealt with. */
const COMPLETES = /^(['"`])(?:end|finish)\1$/;

/** What it says that of are not these. */
const ASIDE =
  /^(['"`])(?:end|finish|close|error|warn(?:ing)?|abort(?:ed)?|timeout|drain|open|ready|connect|pause|resume|pipe|unpipe|exit|disconnect)\1$/;

/** Refuses a wait for what came where the listener of the end counts on all of it. */
function refuseEarlyEnd(
  editor: Editor,
  { event }: Registration,
  listener: FunctionNode,
  others: readonly Registration[],
): void {
  const end = others.find((other) => COMPLETES.test(other.event));
  if (!end || ASIDE.test(event) || takesStream(editor.source, listener)) return;
  const place = `${end.event} in line ${lineOf(editor.source, end.node)}`;
  refuse(editor, 'event order', `${place} would come before this is done with ${event}`, listener);
}

/** What emits waits until a stream that it hands over is read. */
function takesStream(source: FixSource, listener: FunctionNode): boolean {
  return source.scopes.getDeclaredVariables(listener).some(({ references }) =>
    references.some(({ identifier }) => {
      const member = parentOf(source, identifier);
      if (member?.type !== 'MemberExpression' || member.object !== identifier) return false;
      return /^(?:on|once|pipe|resume)$/.test(staticName(member.property, member.computed) ?? '');
    }),
  );
}

function tellOrder(editor: Editor, { event, isOnce, listener }: Registration, others: readonly Registration[]): void {
  for (const same of others.filter((other) => other.event === event)) {
    const what = same.listener ? 'another listener' : 'what follows emit';
    editor.warnings.add(`${what} of ${event} in line ${lineOf(editor.source, same.node)} no longer waits for this one`);
  }
  if (!isOnce && listener && changesFile(editor.source, listener))
    editor.warnings.add(`the next ${event} may come before this one is done: what is written may change its order`);
}

function checkChanges(
  editor: Editor,
  { event }: Registration,
  listener: FunctionNode,
  offset: number,
  others: readonly Registration[],
): void {
  const { source } = editor;
  for (const { name, uses } of changesAfter(source, listener, offset)) {
    const reader = others.find((other) => uses.some((use) => other.listener && isWithin(use, other.listener)));
    if (reader) {
      const place = `the listener of ${reader.event} in line ${lineOf(source, reader.node)}`;
      refuse(editor, 'shared state', `${name} would change only after the wait, and ${place} uses it`, listener);
    } else if (uses.some((use) => !isWithin(use, listener))) {
      editor.warnings.add(`${name} changes only after the wait: others may look at it before, once there was ${event}`);
    }
  }
}

/** All registrations of listeners in the file, and all calls of `emit`. */
function eventsOf(source: FixSource): { registrations: Registration[]; emits: Registration[] } {
  const registrations: Registration[] = [];
  const emits: Registration[] = [];
  const visit = (node: Node): void => {
    childrenOf(node).forEach(visit);
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return;
    const [event, listener] = node.arguments;
    const method = staticName(node.callee.property, node.callee.computed) ?? '';
    const isRegistration = REGISTERS.test(method);
    if (!event || !(isRegistration || method === 'emit')) return;
    const emitter = identityOf(source, emitterOf(node.callee.object));
    const isOnce = /once/i.test(method);
    const common = { emitter, event: sliceOf(source.text, event), isOnce, node };
    if (!isRegistration) emits.push({ ...common, listener: undefined });
    else if (listener) registrations.push({ ...common, listener: functionOf(source, listener) });
  };
  visit(source.program);
  return { registrations, emits };
}

/** Names of different variables may be the same. */
function identityOf(source: FixSource, emitter: Node): string {
  const variable = emitter.type === 'Identifier' ? variableAt(source, emitter, emitter.name) : undefined;
  return [sliceOf(source.text, emitter), variable?.identifiers[0]?.range[0]].join(' ');
}

/** What a chain of registrations begins with. */
function emitterOf(object: Node): Node {
  if (object.type !== 'CallExpression' || object.callee.type !== 'MemberExpression') return object;
  const method = staticName(object.callee.property, object.callee.computed) ?? '';
  return REGISTERS.test(method) ? emitterOf(object.callee.object) : object;
}

/** The function that an argument is, or names. */
function functionOf(source: FixSource, argument: Node): FunctionNode | undefined {
  if (isFunctionNode(argument)) return argument;
  const definition =
    argument.type === 'Identifier' ? variableAt(source, argument, argument.name)?.defs[0]?.node : undefined;
  if (definition?.type === 'VariableDeclarator')
    return definition.init && isFunctionNode(definition.init) ? definition.init : undefined;
  return definition && isFunctionNode(definition) ? definition : undefined;
}

function isWithin(node: Node, outer: Node): boolean {
  return startOffset(node) >= startOffset(outer) && endOffset(node) <= endOffset(outer);
}

function lineOf({ text }: FixSource, node: Node): number {
  // A chain starts where its first link does: the event stands where the reader looks.
  const place = node.type === 'CallExpression' ? (node.arguments[0] ?? node) : node;
  return text.slice(0, startOffset(place)).split('\n').length;
}
