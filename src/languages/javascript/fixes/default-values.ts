import type { TSESTree } from '@typescript-eslint/types';
import { endOffset, type FunctionNode, type Node, sliceOf, startOffset } from '../ast.ts';
import { type Editor, replace, takeText } from './editor.ts';
import { childrenOf, type FixSource, functionAround, isArguments, parentOf, variableAt } from './source.ts';
import { indentAt, styleOf } from './style.ts';

/** `text = readFileSync(path)` in the head of a function. */
export type DefaultValue = TSESTree.AssignmentPattern & { readonly left: TSESTree.Identifier };

/** Whether a default value can be computed as the first thing in the body: nothing tells the two apart. */
export function canMove(source: FixSource, fn: FunctionNode, param: Node): param is DefaultValue {
  if (param.type !== 'AssignmentPattern' || param.left.type !== 'Identifier') return false;
  const later = fn.params.slice(fn.params.indexOf(param) + 1);
  if (!later.every(isConstant) || uses(fn, isArguments) || isHandedOver(source, fn)) return false;
  // The expression is going to be indented, which a text must not be.
  const isText = (node: Node): boolean => node.type === 'TemplateElement' && node.value.raw.includes('\n');
  if (fn.body.type !== 'BlockStatement' && uses(fn.body, isText)) return false;
  // Names that the body declares are not what the head means by them.
  const isOfBody = (node: Node): boolean => {
    const variable = node.type === 'Identifier' ? variableAt(source, param.right, node.name) : undefined;
    return variable?.scope.block === fn && (variable.defs[0]?.type as string | undefined) !== 'Parameter';
  };
  if (uses(param.right, isOfBody)) return false;
  if (!source.isTypeScript) return true;
  // Functions in the body would not know that there is a value.
  const variable = variableAt(source, fn.body, param.left.name);
  const isNarrowed = variable?.references.every(({ identifier }) => functionAround(source, identifier) === fn);
  return param.left.typeAnnotation !== undefined && isNarrowed === true;
}

/** Computing it reads and does nothing. */
function isConstant(param: Node): boolean {
  if (param.type === 'RestElement') return param.argument.type === 'Identifier';
  if (param.type !== 'AssignmentPattern') return param.type === 'Identifier';
  const { left, right } = param;
  const isEmpty =
    (right.type === 'ObjectExpression' && right.properties.length === 0) ||
    (right.type === 'ArrayExpression' && right.elements.length === 0);
  return left.type === 'Identifier' && (right.type === 'Literal' || isEmpty);
}

function uses(node: Node, isMeant: (node: Node) => boolean): boolean {
  return isMeant(node) || childrenOf(node).some((child) => uses(child, isMeant));
}

/** Whoever is handed a function may count its parameters, and those with default values do not count. */
function isHandedOver(source: FixSource, fn: FunctionNode): boolean {
  const holder = parentOf(source, fn);
  const name =
    fn.id ?? (holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier' ? holder.id : undefined);
  const places = name ? (variableAt(source, holder ?? fn, name.name)?.references ?? []) : [];
  return [fn, ...places.map(({ identifier }) => identifier)].some((place) => {
    const call = parentOf(source, place);
    return (
      (call?.type === 'CallExpression' || call?.type === 'NewExpression') &&
      call.arguments.some((argument) => argument === place)
    );
  });
}

/** Writes the default values into the bodies of their functions: `if (text === undefined) text = await …`. */
export function moveDefaults(editor: Editor): void {
  const { source } = editor;
  for (const param of new Set(editor.defaults)) {
    const fn = functionAround(source, param);
    if (fn.type === 'Program') continue;
    const { newline, semicolon, indent, width } = styleOf(source);
    const inner = indentAt(source, startOffset(fn)) + indent;
    const { name } = param.left;
    const value = `${name} = ${takeText(editor, param.right)}${semicolon}`;
    const short = `if (${name} === undefined) ${value}`;
    const isShort = inner.length + short.length <= width;
    const lines = isShort ? [short] : [`if (${name} === undefined) {`, `${indent}${value}`, '}'];
    replace(editor, startOffset(param.left) + name.length, endOffset(param), typeOf(source, fn, param));
    startBody(editor, fn, lines.map((line) => newline + inner + line).join(''));
  }
}

/** `text: string = …` → `text?: string`, or `text: string | undefined` before parameters that have to be there. */
function typeOf({ text }: FixSource, { params }: FunctionNode, param: DefaultValue): string {
  const type = param.left.typeAnnotation?.typeAnnotation;
  if (!type) return '';
  const isLast = params
    .slice(params.indexOf(param) + 1)
    .every(
      (later) =>
        later.type === 'AssignmentPattern' || later.type === 'RestElement' || ('optional' in later && later.optional),
    );
  if (isLast) return `?: ${sliceOf(text, type)}`;
  const isLoose = /^TS(?:Function|Constructor|Conditional)Type$/.test(type.type);
  return `: ${isLoose ? `(${sliceOf(text, type)})` : sliceOf(text, type)} | undefined`;
}

/** Puts lines before all else in the body; a body that is an expression becomes a block. */
function startBody(editor: Editor, fn: FunctionNode, lines: string): void {
  const { source } = editor;
  const { body } = fn;
  const { newline, semicolon, indent } = styleOf(source);
  const outer = indentAt(source, startOffset(fn));
  if (body.type === 'BlockStatement') {
    const directives = body.body.filter((node) => node.type === 'ExpressionStatement' && node.directive !== undefined);
    const last = directives.at(-1);
    const start = last ? endOffset(last) : startOffset(body) + 1;
    // What follows on the line gets one of its own.
    const rest = /^[ \t]*(?=\S)(?!\/\/)/.exec(source.text.slice(start, endOffset(body) - 1));
    const end = rest ? start + rest[0].length : start;
    replace(editor, start, end, rest ? lines + newline + outer + indent : lines);
    if (rest && !sliceOf(source.text, body).includes('\n')) {
      const close = source.text.slice(0, endOffset(body) - 1).trimEnd().length;
      replace(editor, close, endOffset(body) - 1, newline + outer);
    }
    return;
  }
  const arrow = source.text.lastIndexOf('=>', startOffset(body)) + 2;
  const value = takeText(editor, body).replaceAll('\n', `\n${indent}`);
  const block = ` {${lines}${newline}${outer}${indent}return ${value}${semicolon}${newline}${outer}}`;
  replace(editor, arrow, endOffset(fn), block);
}
