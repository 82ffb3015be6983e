import { ruleIds } from '../../model/finding.ts';
import { UserError } from '../errors.ts';
import { renderMarkdown } from '../markdown.ts';
import { print } from '../output.ts';
import { wantsColors, widthOf } from '../terminal.ts';
import { readRulePage } from '../../workspace/package-files.ts';

/** Prints the page of a rule, or what rules there are. */
export async function explain(rule: string | undefined): Promise<void> {
  if (rule === undefined) return print(`${ruleIds.join('\n')}\n`);
  const known = ruleIds.find((id) => id === rule);
  if (known === undefined) throw new UserError(`there is no rule "${rule}"; the rules are ${ruleIds.join(', ')}`);
  const page = await readRulePage(known);
  await print(renderMarkdown(page, wantsColors(undefined, process.stdout), widthOf(process.stdout)));
}
