import type { OffloadLayout, PlannedOffload } from '../../../../model/fix.ts';
import { type Node, sliceOf, startOffset, staticName } from '../../ast.ts';
import { awaitExpression } from '../await-call.ts';
import { type Editor, refuse, replace } from '../editor.ts';
import { freeName, importedName } from '../names.ts';
import { anyLoopAt, callAt, childrenOf, type FixSource, parentOf } from '../source.ts';
import { indentAt, styleOf } from '../style.ts';
import { closureOf } from './closure.ts';
import { checkResult, contentInside } from './data.ts';
import { moverOf, signalAt } from './given.ts';
import { expressionAt, type Extract, placeOf, statementsAt } from './extract.ts';
import { type Input, inputsOf, textWithInputs } from './inputs.ts';
import { move, type OffloadContext, type Offloaded, refuseOtherFormat } from './offload.ts';
import { specifierTo, workerFile } from './paths.ts';
import { pageStatement } from './page-worker.ts';
import { poolText } from './pool-text.ts';
import { formOf, workerText } from './worker-module.ts';

/** Makes a call or a loop a function of its own that a thread runs, and waits for it in its place. */
export function offloadCode(editor: Editor, planned: PlannedOffload, context: OffloadContext): Offloaded | undefined {
  const { source } = editor;
  const { layout } = planned;
  const extract = extractAt(editor, planned);
  const [first] = extract?.nodes ?? [];
  if (!extract || !first || editor.stops.length > 0) return undefined;
  refuseOtherFormat(editor, planned);
  const inputs = inputsOf(editor, extract.nodes);
  const types = inputs.flatMap(({ type }) => type ?? []);
  const passed = new Set(inputs.flatMap(({ roots }) => roots));
  const closure = closureOf(editor, [...extract.nodes, ...types], planned.unfit, passed);
  if (extract.isExpression) checkResult(editor, first, contentInside(source, first));
  const name = freeNameFor(editor, nameFor(source, extract));
  const thread = `${name}OnThread`;
  const text = declaration(editor, extract, inputs, name);
  if (text === undefined || editor.stops.length > 0) return undefined;
  const file = workerFile(source.path, name, layout);
  const moved = move(editor, closure, { name, file, call: placeOf(extract.nodes) }, planned, context);
  const declarations = [...moved, { text, names: [name], isExported: true }];
  const created = [{ file, text: workerText(editor, { file, declarations, closure, compute: name, thread }, layout) }];
  if (layout.pool.isNew) created.unshift({ file: layout.pool.file, text: poolText(layout, formOf(source, layout)) });
  if (layout.web)
    context.sections.push(
      pageStatement(editor, { file, declaredIn: file, compute: name, thread, type: name, isKnown: false }, layout),
    );
  const local = layout.web ? thread : importedName(editor, first, specifierTo(source.path, file, layout), thread);
  callInstead(editor, extract, `${local}(${argumentsOf(editor, extract, inputs, layout).join(', ')})`);
  return { thread: { file, name: thread, parameters: [], result: 'data' }, created, wait: first };
}

/** What the thread is given. */
function argumentsOf(editor: Editor, { nodes }: Extract, inputs: readonly Input[], layout: OffloadLayout): string[] {
  const [first] = nodes;
  const place = placeOf(nodes);
  const given = inputs.map(({ argument, uses: [use] }) => {
    const mover = use && moverOf(editor, use, place, layout);
    return mover === undefined ? argument : `${mover}(${argument})`;
  });
  const signal = first && signalAt(editor, first, layout);
  return signal === undefined ? given : [...given, signal];
}

function extractAt(editor: Editor, { at }: PlannedOffload): Extract | undefined {
  const { source } = editor;
  const loop = anyLoopAt(source, at);
  if (loop) return statementsAt(editor, loop);
  const call = callAt(source, at);
  if (!call) {
    refuse(editor, 'not found', 'the code could not be found in the source', source.program);
    return undefined;
  }
  const expression = expressionAt(source, call);
  const statement = parentOf(source, expression);
  if (statement?.type === 'ExpressionStatement') return statementsAt(editor, statement);
  return { nodes: [expression], isExpression: true, results: [], declares: false };
}

/** After what it computes: `computeTotal`. */
function nameFor(source: FixSource, { nodes, results }: Extract): string {
  const [result] = results;
  const [node] = nodes;
  const parent = node && parentOf(source, node);
  const held = parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined;
  const key = parent?.type === 'Property' ? staticName(parent.key, parent.computed) : undefined;
  const base = result?.name ?? held ?? key ?? 'result';
  return /^\w+$/.test(base) ? `compute${base[0]?.toUpperCase() ?? ''}${base.slice(1)}` : 'computeResult';
}

function freeNameFor(editor: Editor, base: string): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? base : `${base}${count}`;
    const isFree = [name, `${name}OnThread`].every((one) => freeName(editor, one) === one);
    if (isFree) return name;
  }
}

function declaration(editor: Editor, extract: Extract, inputs: readonly Input[], name: string): string | undefined {
  const { source } = editor;
  const { indent, newline, semicolon } = styleOf(source);
  const parameters = inputs.map((input) => parameterText(editor, input)).join(', ');
  const place = placeOf(extract.nodes);
  const code = textWithInputs(source, place, inputs);
  const names = extract.results.map((variable) => variable.name).join(', ');
  const result = extract.results.length === 1 ? names : `{ ${names} }`;
  const body = extract.isExpression ? [`return ${code}${semicolon}`] : [code, `return ${result}${semicolon}`];
  const base = indentAt(source, place.range[0]);
  const hasText = extract.nodes.some((node) => hasLinesOfText(source, node));
  const lines = body
    .join(newline)
    .split(newline)
    .map((line, index) => {
      if (hasText) return line;
      const own = index > 0 && line.startsWith(base) ? line.slice(base.length) : line;
      return own === '' ? own : indent + own;
    });
  return [`function ${name}(${parameters}) {`, ...lines, '}'].join(newline);
}

/** White space in a template is a part of the text. */
function hasLinesOfText(source: FixSource, node: Node): boolean {
  if (node.type === 'TemplateLiteral') return sliceOf(source.text, node).includes('\n');
  return childrenOf(node).some((child) => hasLinesOfText(source, child));
}

function parameterText(editor: Editor, { name, type, plainType, argument, uses }: Input): string {
  const { source } = editor;
  if (!source.isTypeScript) return name;
  const text = type ? sliceOf(source.text, type) : plainType;
  if (text === undefined) {
    refuse(
      editor,
      'type not written',
      `the source does not write the type of \`${argument}\``,
      uses[0] ?? source.program,
    );
  }
  return `${name}: ${text ?? 'unknown'}`;
}

/** Puts the call of the thread where the code was. */
function callInstead(editor: Editor, { nodes, isExpression, results, declares }: Extract, call: string): void {
  const { source } = editor;
  const { range } = placeOf(nodes);
  const [first] = nodes;
  if (isExpression && first) {
    replace(editor, range[0], range[1], call);
    awaitExpression(editor, first);
    return;
  }
  const names = results.map(({ name }) => name).join(', ');
  const target = results.length === 1 ? names : `{ ${names} }`;
  const isKept = (at: number): boolean => at >= range[0] && at < range[1];
  const isChanged = results.some(({ references }) =>
    references.some((one) => one.isWrite() && !isKept(one.identifier.range[0])),
  );
  const { semicolon } = styleOf(source);
  const assignment = results.length === 1 ? `${target} = await ${call}` : `(${target} = await ${call})`;
  const text = declares ? `${isChanged ? 'let' : 'const'} ${target} = await ${call}` : assignment;
  replace(editor, first ? startOffset(first) : range[0], range[1], text + semicolon);
}
