import { staticName, unwrap } from '../ast.ts';
import { calleeValue } from '../evaluate.ts';
import { evaluatorOf } from '../facts.ts';
import { UNKNOWN } from '../value-table.ts';
import { walkProgram } from '../walk.ts';
import { rootOf } from '../../values.ts';
import { type Editor, refuse } from './editor.ts';

/**
 * Calls of a method by its name where nothing is known of what has it: facts leave them out, though they may mean the function. In
 * TypeScript the compiler sees them.
 */
export function auditUnknownReceivers(editor: Editor, members: readonly string[]): void {
  const { source } = editor;
  if (source.isTypeScript || !members.some((name) => source.text.includes(`.${name}(`))) return;
  const walk = walkProgram(source.program, source.text);
  const evaluator = evaluatorOf(walk, source.path);
  for (const { calls } of walk.functions) {
    for (const { callee, scope } of calls) {
      const member = callee && unwrap(callee);
      const name = member?.type === 'MemberExpression' ? staticName(member.property, member.computed) : undefined;
      if (!callee || !member || name === undefined || !members.includes(name)) continue;
      if (rootOf(evaluator, calleeValue(evaluator, callee, scope)) !== UNKNOWN) continue;
      const text = source.text.slice(...member.range);
      refuse(editor, 'unknown receiver', `${text} may call what becomes asynchronous`, member);
    }
  }
}
