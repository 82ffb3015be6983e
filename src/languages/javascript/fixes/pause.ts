import type { Node } from '../ast.ts';
import type { Editor } from './editor.ts';
import { freeNameAround, importedName } from './names.ts';
import { variableAt } from './source.ts';

/** What waits for so many milliseconds, as an expression of a promise; without a number, for the next turn of the event loop. */
export function pauseText(editor: Editor, node: Node, milliseconds?: string): string {
  if (editor.mayBePage()) return pageTimer(editor, node, milliseconds);
  const module = 'node:timers/promises';
  if (milliseconds === undefined) return `${importedName(editor, node, module, 'setImmediate', 'nextTurn')}()`;
  return `${importedName(editor, node, module, 'setTimeout', 'sleep')}(${milliseconds})`;
}

/** Pages have no modules of Node.js. */
function pageTimer({ source }: Editor, node: Node, milliseconds: string | undefined): string {
  const done = freeNameAround(source, node, 'resolve');
  const isShadowed = (variableAt(source, node, 'setTimeout')?.defs.length ?? 0) > 0;
  const timer = isShadowed ? 'globalThis.setTimeout' : 'setTimeout';
  return `new Promise((${done}) => ${timer}(${[done, milliseconds].filter((part) => part !== undefined).join(', ')}))`;
}
