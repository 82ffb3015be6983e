import type { ApiEntry } from '../catalog/types.ts';
import type { Blocker, EntryView, MessageData, Witness } from '../engine/rule.ts';
import type { EntryFacts, RuleId } from '../model/finding.ts';
import type { Techniques } from '../model/techniques.ts';

/** Reports every place in an entry that reaches blocking work of a rule. */
export function reportWitnesses(rule: RuleId, entry: EntryView, report: (witness: Witness) => void): void {
  for (const witness of entry.witnesses(rule)) report(witness);
}

/** "`readConfig` blocks the event loop of async function `handle`: it calls `fs.readFileSync`, which reads a whole file." */
export function pathMessage({ witness, entry, operation }: MessageData): string {
  const subject = subjectOf(witness, entry);
  const last = witness.path.at(-1);
  if (witness.path.length < 2 || !last) return `${subject}: it ${operation.does}.`;
  if (witness.blocker.kind === 'declared') return `${subject}: it calls \`${last.call}\`, which ${operation.does}.`;
  const helpers = witness.path.slice(1, -1).map((step) => `\`${step.call}\``);
  const through = helpers.length === 0 ? '' : `through ${listed(helpers)} `;
  return `${subject}: ${through}it calls \`${last.call}\`, which ${operation.does}.`;
}

/** "`readConfig` blocks the event loop of async function `handle`" */
export function subjectOf(witness: Witness, entry: EntryFacts): string {
  const place = witness.text === entry.name ? `when it runs as ${withArticle(entry.role)}` : placeOf(entry);
  return `\`${witness.text}\` blocks the event loop ${place}`;
}

function placeOf({ role, name }: { readonly role: string; readonly name: string }): string {
  return name.startsWith('callback of ') ? `in ${withArticle(role)}` : `of ${role} \`${name}\``;
}

export function withArticle(role: string): string {
  return `${/^[aeiou]/i.test(role) ? 'an' : 'a'} ${role}`;
}

const MAX_NAMED = 3;

export function listed(names: readonly string[]): string {
  if (names.length === 2) return names.join(' and ');
  if (names.length <= MAX_NAMED) return names.join(', ');
  return `${names.slice(0, MAX_NAMED).join(', ')} and ${names.length - MAX_NAMED} more`;
}

/** In place of an API that waits. */
export function awaitInstead(
  { replace, gil, work }: ApiEntry,
  call: string,
  techniques: Techniques,
): string | undefined {
  return techniques.wait({ ...replace, gil, work }, call);
}

/** In place of an API that computes. */
export function offloadInstead(
  { replace, gil, work }: ApiEntry,
  call: string,
  techniques: Techniques,
): string | undefined {
  return techniques.compute({ ...replace, gil, work }, call);
}

/** What stops the loop, where it is no API of the catalog. */
export function nameOfBlocker(blocker: Exclude<Blocker, { kind: 'api' }>): string {
  switch (blocker.kind) {
    case 'declared':
      return blocker.name;
    case 'awaits':
      return blocker.calls.join(' ');
    default:
      return blocker.text;
  }
}
