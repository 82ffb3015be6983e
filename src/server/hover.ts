import type { Hover, HoverParams } from 'vscode-languageserver';
import type { Finding, RuleId } from '../model/finding.ts';
import type { AdviseParams } from '../protocol/advice.ts';
import { clientCommands, serverCommands } from '../protocol/messages.ts';
import { rulePage } from '../session/about.ts';
import type { ApiUse } from '../session/api-use.ts';
import { awaitNoteAt } from '../session/await-note.ts';
import { currentPlace, fileAt, knownPlace, type Context, type FileRef } from './context.ts';
import { directiveHover } from './directive-hover.ts';
import { activeFindings } from './findings-at.ts';
import { markupFor, type Markup } from './markup.ts';
import { holds, toLsp } from './ranges.ts';
import { blocks, durations, verdictWords } from './words.ts';

/** Steps of a path that are named; of longer ones the middle is left out. */
const maxSteps = 6;

export function serveHovers(context: Context): void {
  context.connection.onHover((params) => hoverAt(context, params));
}

async function hoverAt(context: Context, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const ref = fileAt(context, textDocument.uri);
  await ref?.folder.stable();
  if (!ref?.folder.project) return null;
  const markup = markupFor(context.client().rendersMarkdown);
  const here = activeFindings(context, ref).filter(({ place }) => holds(place.at, position));
  const [first] = here;
  if (first) {
    const texts = here.map(({ finding }) => findingText(context, ref, finding, markup));
    return { contents: markup.content(...texts), range: toLsp(first.place.at) };
  }
  for (const hover of [directiveHover, awaitHover, apiHover]) {
    const found = hover(context, ref, position, markup);
    if (found) return found;
  }
  return null;
}

function findingText(context: Context, ref: FileRef, finding: Finding, markup: Markup): string {
  const { operation, verdict, rule, notes } = finding;
  const { title, reason } = verdictWords[verdict];
  // Where the diagnostic is shown with its path right above, that is not said twice.
  const isBelowDiagnostic = context.client().options.showsDiagnosticsInHovers ?? false;
  return markup.lines(
    ...(isBelowDiagnostic ? [] : [whatBlocks(finding, markup), pathLine(context, ref, finding, markup)]),
    `${markup.bold(title)}${blocks[rule] ? `: ${reason(operation.work)}` : ''}.`,
    isBelowDiagnostic && isCall(rule) ? `The event loop stands still ${durations[operation.cost]}.` : undefined,
    operation.instead && `${markup.bold('Ways out')}: ${operation.instead}`,
    notes.length > 0 ? `${notes.join('; ')}.` : undefined,
    links(context, ref, finding, markup),
  );
}

/** Only calls have a name that says what they are; the other findings say it best themselves. */
function isCall(rule: RuleId): boolean {
  return rule === 'blocking-io' || rule === 'heavy-call';
}

function whatBlocks({ entry, operation, rule, message }: Finding, markup: Markup): string {
  if (!isCall(rule)) return message;
  return (
    `${markup.bold('Blocks the event loop')} of ${entry.role} ${markup.code(entry.name)}: ` +
    `${markup.code(operation.name)} ${operation.does}, ${durations[operation.cost]}.`
  );
}

function links(context: Context, ref: FileRef, { file, range, rule }: Finding, markup: Markup): string {
  const about = commandLink(context, serverCommands.openRule, rule) ?? rulePage(rule);
  const place = currentPlace(context, ref.folder, file, range);
  const params: AdviseParams | undefined = place && { uri: place.uri, position: toLsp(place.at).start };
  const advice = params && commandLink(context, clientCommands.showAdvice, params);
  return [
    ...(advice === undefined ? [] : [markup.link('Show advice', advice)]),
    markup.link(`About ${rule}`, about),
  ].join(' · ');
}

/** Only for clients that say they run the command. */
function commandLink(context: Context, command: string, argument: unknown): string | undefined {
  const isTrusted = context.client().options.trustedCommands?.includes(command) ?? false;
  return isTrusted ? `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}` : undefined;
}

/** `readConfig` (handler.ts:4) → `readFileSync` (helper.ts:9), each a link to where it is called. */
function pathLine(context: Context, { folder }: FileRef, { path }: Finding, markup: Markup): string | undefined {
  if (path.length < 2) return undefined;
  const steps = path.map(({ file, at, call }) => {
    const place = currentPlace(context, folder, file, at);
    const name = markup.code(call);
    if (!place) return name;
    const [line, character] = place.at;
    const label = `${file.slice(file.lastIndexOf('/') + 1)}:${line + 1}`;
    return `${name} (${markup.link(label, `${place.uri}#L${line + 1},${character + 1}`)})`;
  });
  if (steps.length > maxSteps) steps.splice(maxSteps - 2, steps.length - maxSteps + 1, '…');
  return steps.join(' → ');
}

/** On `await` in a loop that is right to wait. */
function awaitHover(context: Context, ref: FileRef, position: HoverParams['position'], markup: Markup): Hover | null {
  const known = knownPlace(context, ref, position);
  const facts = ref.folder.project?.session.facts(ref.file);
  const note = known && awaitNoteAt(facts, known.line, known.character);
  const place = note && currentPlace(context, ref.folder, ref.file, note.at);
  return place ? { contents: markup.content(note.text), range: toLsp(place.at) } : null;
}

function apiHover(context: Context, ref: FileRef, position: HoverParams['position'], markup: Markup): Hover | null {
  const known = knownPlace(context, ref, position);
  const uses = known && ref.folder.project?.session.apisAt(ref.file, known.line, known.character);
  const [use] = uses ?? [];
  const place = use && currentPlace(context, ref.folder, ref.file, use.at);
  if (!use || !place) return null;
  return { contents: markup.content(apiText(use, markup)), range: toLsp(place.at) };
}

function apiText({ name, does, work, cost, verdict, twin, instead, url }: ApiUse, markup: Markup): string {
  const { title, reason } = verdictWords[verdict];
  const what =
    cost === 'none'
      ? `${markup.code(name)} ${does}, but does not block with these arguments.`
      : `${markup.code(name)} ${does}. It keeps the thread ${durations[cost]}.`;
  const way = instead ?? (twin === undefined ? undefined : `Await ${markup.code(twin)}.`);
  return markup.lines(
    what,
    cost === 'none' ? undefined : `${markup.bold(title)}: ${reason(work)}.`,
    cost !== 'none' && way !== undefined ? `${markup.bold('On the event loop')}: ${way}` : undefined,
    url === undefined ? undefined : markup.link('Documentation', url),
  );
}
