import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { adviceMarkdown } from '../../advice/text.ts';
import type { Session } from '../../session/session.ts';
import type { Advice } from '../../model/advice.ts';
import { ruleIds } from '../../model/finding.ts';
import type { WorkspaceHost } from '../../workspace/host.ts';
import { readRulePage } from '../../workspace/package-files.ts';
import { UserError } from '../errors.ts';
import { renderMarkdown } from '../markdown.ts';
import { openProject } from '../open-project.ts';
import { print } from '../output.ts';
import { checked, parsePlace, pathBelow, projectAround } from '../place.ts';
import type { ProjectOptions } from '../project-options.ts';
import { wantsColors, widthOf } from '../terminal.ts';

export interface ExplainOptions extends ProjectOptions {
  readonly markdown?: boolean;
}

/** Prints the page of a rule, what fits a function or a file, or what rules there are. */
export async function explain(subject: string | undefined, options: ExplainOptions): Promise<void> {
  if (subject === undefined) return print(`${ruleIds.join('\n')}\n`);
  const rule = ruleIds.find((id) => id === subject);
  const page = rule === undefined ? adviceMarkdown(await adviceOn(subject, options)) : await readRulePage(rule);
  if (options.markdown) return print(page);
  await print(renderMarkdown(page, wantsColors(undefined, process.stdout), widthOf(process.stdout)));
}

async function adviceOn(subject: string, options: ProjectOptions): Promise<Advice> {
  const { file, name } = subjectOf(subject);
  // What is named is analysed, whatever an audit leaves out.
  const { session, host } = await openProject([projectAround(file), file], {
    includeTests: true,
    includeTooling: true,
    ...options,
  });
  await session.update();
  const path = pathBelow(host.root, resolve(file));
  const facts = session.facts(path);
  if (!facts) throw new UserError(`${file} is not analysed: ${whySkipped(host, path)}`);
  if (facts.problem) throw new UserError(`${file} cannot be read: ${facts.problem.message}`);
  return name === undefined ? onlyOne(await ofFile(session, path), file, 'body') : ofFunction(session, path, name);
}

function whySkipped({ skipped }: WorkspaceHost, path: string): string {
  return skipped.find(({ file }) => file === path)?.reason ?? 'it is no source file';
}

/** `FILE:FUNCTION`, `FILE:LINE` or `FILE`. */
function subjectOf(subject: string): { readonly file: string; readonly name?: string } {
  if (existsSync(subject)) return checked({ file: subject });
  if (!subject.includes(':')) {
    throw new UserError(
      `there is no file and no rule "${subject}"; the rules are ${ruleIds.join(', ')}, and functions are named as FILE:FUNCTION`,
    );
  }
  return parsePlace(subject);
}

async function ofFile(session: Session, path: string): Promise<readonly Advice[]> {
  const advice = await session.advise(path);
  return advice ? [advice] : [];
}

async function ofFunction(session: Session, path: string, name: string): Promise<Advice> {
  const line = /^\d+$/.test(name) ? Number(name) - 1 : undefined;
  if (line === undefined) return onlyOne(await session.adviseNamed(path, name), path, name);
  const advice = await session.advise(path, line, Number.MAX_SAFE_INTEGER);
  return onlyOne(advice ? [advice] : [], path, name);
}

function onlyOne([advice, ...others]: readonly Advice[], file: string, name: string): Advice {
  if (!advice) throw new UserError(`${file} has no function "${name}"`);
  if (others.length === 0) return advice;
  const places = [advice, ...others].map((one) => `${one.name} (${file}:${one.at[0] + 1})`);
  throw new UserError(`${file} has several functions "${name}": ${places.join(', ')}; name one by its line`);
}
