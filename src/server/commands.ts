import { ruleIds } from '../model/finding.ts';
import { serverCommands } from '../protocol/messages.ts';
import { rulePage } from '../session/about.ts';
import type { Context } from './context.ts';

/** Runs the commands that code actions and lenses name; clients need not know them. */
export function serveCommands(context: Context): void {
  const { connection } = context;
  const show = async (uri: string, more: object): Promise<null> => {
    if (context.client().showsDocuments) await connection.window.showDocument({ uri, ...more });
    else connection.window.showInformationMessage(uri);
    return null;
  };
  connection.onExecuteCommand(({ command, arguments: args = [] }) => {
    const [first, second] = args as unknown[];
    if (command === serverCommands.openRule) {
      const rule = ruleIds.find((id) => id === first);
      return rule ? show(rulePage(rule), { external: true }) : null;
    }
    if (command === serverCommands.showPlace && typeof first === 'string') {
      return show(first, { takeFocus: true, ...(isRange(second) && { selection: second }) });
    }
    return null;
  });
}

function isRange(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}
