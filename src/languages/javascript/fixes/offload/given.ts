import type { Reference, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { OffloadLayout } from '../../../../model/fix.ts';
import { isFunctionNode, type Node, sliceOf, staticName, unwrap } from '../../ast.ts';
import type { Editor } from '../editor.ts';
import { importedName } from '../names.ts';
import { type FixSource, functionAround, isLoop, parentOf, variableAt } from '../source.ts';
import type { Place } from './offload.ts';
import { specifierTo } from './paths.ts';

const TYPED_ARRAY = /^(?:(?:Big)?(?:Ui|I)nt\d+(?:Clamped)?|Float\d+)Array$/;
/** Copying fewer elements takes less than what there is to say about moving them. */
const MANY_ELEMENTS = 10_000;

/** The local name of what gives an array to a thread instead of a copy, if nobody uses the array after the code at a place. */
export function moverOf(editor: Editor, argument: Node, place: Place, layout: OffloadLayout): string | undefined {
  const { source } = editor;
  const variable = argument.type === 'Identifier' ? variableAt(source, argument, argument.name) : undefined;
  if (!variable || !layout.pool.takesMore || !isOwnArray(source, variable)) return undefined;
  if (!variable.references.every((one) => one.init === true || isHarmless(source, variable, one, place)))
    return undefined;
  if (runsAgain(source, argument, variable, place)) return undefined;
  editor.warnings.add(`${variable.name} goes to the thread itself, not as a copy: it is empty afterwards`);
  return importedName(editor, argument, specifierTo(source.path, layout.pool.file, layout), 'moved');
}

/** `new Float64Array(count)`: memory of its own, which nobody else looks at. */
function isOwnArray(source: FixSource, { defs }: Variable): boolean {
  const [definition] = defs;
  const init = definition?.node.type === 'VariableDeclarator' ? definition.node.init : undefined;
  const node = init ? unwrap(init) : undefined;
  if (defs.length !== 1 || definition?.name.type !== 'Identifier') return false;
  if (node?.type !== 'NewExpression' || node.callee.type !== 'Identifier' || node.arguments.length !== 1) return false;
  if (!TYPED_ARRAY.test(node.callee.name) || (variableAt(source, node, node.callee.name)?.defs.length ?? 0) > 0)
    return false;
  const [size] = node.arguments;
  return size !== undefined && isCount(source, unwrap(size));
}

/** A number, not a buffer whose memory the array would share. */
function isCount(source: FixSource, size: Node): boolean {
  if (size.type === 'Literal') return typeof size.value === 'number' && size.value >= MANY_ELEMENTS;
  if (size.type === 'BinaryExpression') return /^[-*/%]$/.test(size.operator);
  if (size.type === 'MemberExpression') return /^(?:length|size)$/.test(staticName(size.property, size.computed) ?? '');
  if (size.type !== 'Identifier') return false;
  const variable = variableAt(source, size, size.name);
  const isCompared = (node: Node): boolean => {
    const parent = parentOf(source, node);
    return parent?.type === 'BinaryExpression' && /^(?:[<>]=?|[-*/%])$/.test(parent.operator);
  };
  return variable?.references.some(({ identifier }) => isCompared(identifier)) ?? false;
}

/** Uses before the place that keep no second name for the array; in the place anything is right. */
function isHarmless(source: FixSource, variable: Variable, { identifier }: Reference, { range }: Place): boolean {
  if (identifier.range[0] >= range[0]) return identifier.range[1] <= range[1];
  const [definition] = variable.defs;
  if (!definition || functionAround(source, identifier) !== functionAround(source, definition.name)) return false;
  const member = parentOf(source, identifier);
  if (member?.type !== 'MemberExpression' || member.object !== identifier) return false;
  if (member.computed) return parentOf(source, member)?.type !== 'CallExpression';
  const name = staticName(member.property, false) ?? '';
  if (name === 'length') return true;
  const call = parentOf(source, member);
  const isStatement = call && parentOf(source, call)?.type === 'ExpressionStatement';
  return isStatement === true && /^(?:fill|set|sort|reverse|copyWithin)$/.test(name);
}

/** The next round of a loop would find the array empty. */
function runsAgain(source: FixSource, argument: Node, { defs: [definition] }: Variable, place: Place): boolean {
  for (let node: Node | undefined = argument; node && !isFunctionNode(node); node = parentOf(source, node)) {
    const [start, end] = node.range;
    if (!isLoop(node) || (start >= place.range[0] && end <= place.range[1])) continue;
    if (!definition || definition.name.range[0] < start || definition.name.range[1] > end) return true;
  }
  return definition === undefined || functionAround(source, argument) !== functionAround(source, definition.name);
}

/** The signal of the code around a place that says when nobody waits for its result any more. */
export function signalAt(editor: Editor, place: Node, layout: OffloadLayout): string | undefined {
  const { source } = editor;
  const text = layout.pool.takesMore ? (signalNamed(source, place) ?? signalOfParameter(source, place)) : undefined;
  if (text !== undefined) editor.warnings.add(`an abort of ${text} ends the computation, with the reason as its error`);
  return text;
}

function signalNamed(source: FixSource, place: Node): string | undefined {
  const variable = variableAt(source, place, 'signal');
  const [definition] = variable?.defs ?? [];
  if (!variable || !definition || variable.scope.block.type === 'Program') return undefined;
  if (definition.name.range[0] > place.range[0]) return undefined;
  const { name } = definition;
  if (source.isTypeScript) {
    const type = name.type === 'Identifier' ? name.typeAnnotation : undefined;
    return type && /\bAbortSignal\b/.test(sliceOf(source.text, type)) ? variable.name : undefined;
  }
  return variable.references.some(({ identifier }) => isUsedAsSignal(source, identifier)) ? variable.name : undefined;
}

/** `signal.aborted`, `{ signal }`. */
function isUsedAsSignal(source: FixSource, use: Node): boolean {
  const parent = parentOf(source, use);
  if (parent?.type === 'Property') return staticName(parent.key, parent.computed) === 'signal' && parent.value === use;
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return false;
  return /^(?:aborted|reason|throwIfAborted)$/.test(staticName(parent.property, parent.computed) ?? '');
}

/** `request.signal`, where the function says it of its parameter, or its type does. */
function signalOfParameter(source: FixSource, place: Node): string | undefined {
  for (let fn = functionAround(source, place); isFunctionNode(fn); fn = functionAround(source, fn)) {
    for (const parameter of fn.params) {
      if (parameter.type !== 'Identifier') continue;
      const variable = variableAt(source, place, parameter.name);
      if (!variable?.identifiers.includes(parameter)) continue;
      if (hasSignal(source, parameter, variable)) return `${parameter.name}.signal`;
    }
  }
  return undefined;
}

function hasSignal(source: FixSource, { typeAnnotation }: TSESTree.Identifier, { references }: Variable): boolean {
  if (source.isTypeScript) {
    const type = typeAnnotation ? sliceOf(source.text, typeAnnotation.typeAnnotation) : '';
    return (
      type === 'Request' && !source.scopes.variables.some(({ name, defs }) => name === 'Request' && defs.length > 0)
    );
  }
  return references.some(({ identifier }) => {
    const member = parentOf(source, identifier);
    if (member?.type !== 'MemberExpression' || member.object !== identifier || member.computed) return false;
    return staticName(member.property, false) === 'signal' && isUsedAsSignal(source, member);
  });
}
