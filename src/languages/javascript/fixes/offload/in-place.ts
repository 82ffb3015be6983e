import type { TSESTree } from '@typescript-eslint/types';
import type { OffloadLayout } from '../../../../model/fix.ts';
import { endOffset, sliceOf, startOffset } from '../../ast.ts';
import { type Editor, insert, insertBefore } from '../editor.ts';
import { importedName } from '../names.ts';
import type { FixSource } from '../source.ts';
import { styleOf } from '../style.ts';
import { specifierTo } from './paths.ts';
import { exporting, styled } from './pool-text.ts';
import { formOf, threadLine } from './worker-module.ts';

/** The name under which the file has a function that runs on a thread already. */
export function knownThread({ program, text }: FixSource, compute: string): string | undefined {
  const pattern = new RegExp(
    `^(?:export )?const (\\w+) = onThread(?:<[^>]*>)?\\((?:import\\.meta\\.url|__filename), (['"])${compute}\\2\\)`,
  );
  for (const statement of program.body) {
    const name = pattern.exec(sliceOf(text, statement))?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

interface Names {
  readonly compute: string;
  readonly thread: string;
}

/** The file only declares: a thread loads it, and finds the function among its exports. */
export function offloadInPlace(
  editor: Editor,
  statement: TSESTree.ProgramStatement,
  names: Names,
  layout: OffloadLayout,
): void {
  const { source } = editor;
  const form = formOf(source, layout);
  const { newline } = styleOf(source);
  importedName(editor, statement, specifierTo(source.path, layout.pool.file, layout), 'onThread');
  const line = styled(threadLine(names, form), form.style);
  if (exporting(form) !== '') {
    if (statement.type !== 'ExportNamedDeclaration') insertBefore(editor, statement, 'export ');
    insert(editor, endOffset(statement), newline + newline + line);
    return;
  }
  insert(editor, endOffset(statement), newline + newline + line);
  exportInCommonJs(editor, names);
}

function exportInCommonJs(editor: Editor, { compute, thread }: Names): void {
  const { source } = editor;
  const { newline, semicolon } = styleOf(source);
  const exported = exportsObject(source);
  const last = exported?.properties.at(-1);
  if (exported && last) {
    const has = exported.properties.some((one) => one.type === 'Property' && sliceOf(source.text, one.key) === compute);
    const joint = source.text.slice(startOffset(exported), startOffset(last)).includes('\n')
      ? `,${newline}${/[ \t]*$/.exec(source.text.slice(0, startOffset(last)))?.[0] ?? ''}`
      : ', ';
    insert(editor, endOffset(last), [...(has ? [] : [compute]), thread].map((name) => joint + name).join(''));
    return;
  }
  const isExported = new RegExp(`\\bexports\\.${compute}\\b`).test(source.text);
  const lines = [...(isExported ? [] : [compute]), thread].map(
    (name) => `module.exports.${name} = ${name}${semicolon}`,
  );
  insert(editor, endOffset(source.program.body.at(-1)!), newline + newline + lines.join(newline));
}

/** The object in `module.exports = { … }`. */
function exportsObject({ program, text }: FixSource): TSESTree.ObjectExpression | undefined {
  for (const node of program.body) {
    if (node.type !== 'ExpressionStatement' || node.expression.type !== 'AssignmentExpression') continue;
    const { left, right } = node.expression;
    if (sliceOf(text, left) === 'module.exports' && right.type === 'ObjectExpression') return right;
  }
  return undefined;
}
