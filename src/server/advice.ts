import { adviceMarkdown } from '../advice/text.ts';
import type { Advice } from '../model/advice.ts';
import type { PathStep } from '../model/finding.ts';
import type { Range } from '../model/range.ts';
import {
  adviceMethods,
  type AdviceView,
  type AdviseParams,
  type AdviseResult,
  type PlaceView,
} from '../protocol/advice.ts';
import type { StepView } from '../protocol/messages.ts';
import { currentPlace, fileAt, knownPlace, type Context, type FileRef } from './context.ts';
import type { Folder } from './folder.ts';
import { toLsp } from './ranges.ts';
import { whySilent } from './silence.ts';

/** Answers what fits the function at a place. */
export function serveAdvice(context: Context): void {
  context.connection.onRequest(adviceMethods.advise, (params: AdviseParams) => advise(context, params));
}

async function advise(context: Context, { uri, position }: AdviseParams): Promise<AdviseResult> {
  const ref = fileAt(context, uri);
  if (!ref) return { missing: 'unknown' };
  await ref.folder.stable();
  const missing = await whyMissing(ref);
  if (missing) return missing;
  if (!knownPlace(context, ref, position)) await ref.folder.settled();
  const advice = await ref.folder.undisturbed(async () => {
    const known = knownPlace(context, ref, position);
    return known && ref.folder.project?.session.advise(ref.file, known.line, known.character);
  });
  return advice ? { advice: viewOf(context, ref.folder, advice) } : { missing: 'edited' };
}

async function whyMissing(ref: FileRef): Promise<AdviseResult | undefined> {
  const { state } = ref.folder;
  if (state === 'disabled') return { missing: 'off' };
  const isReading = state !== 'ready' && state !== 'error' && !ref.folder.knows(ref.path);
  if (isReading) return { missing: 'reading' };
  const because = await whySilent(ref);
  return because === undefined ? undefined : { missing: 'unknown', because };
}

function viewOf(context: Context, folder: Folder, advice: Advice): AdviceView {
  const { subject, name, verdict, confidence, sentence, load, now, after, reached } = advice;
  const { techniques, notHelping, whenToLeave, explanation } = advice;
  const place = (file: string, at: Range): PlaceView => placeOf(context, folder, file, at);
  const stepOf = ({ file, at, caller, call }: PathStep): StepView => ({ ...place(file, at), caller, call });
  return {
    ...place(advice.file, advice.at),
    subject,
    name,
    path: advice.file,
    ...(reached.role !== undefined && { role: reached.role }),
    reached: reached.sentence,
    verdict,
    confidence,
    sentence,
    load,
    now,
    ...(after && { after }),
    evidence: advice.evidence.map(({ kind, text, file, at, path, confidence: sure }) => {
      return { ...place(file, at), kind, text, confidence: sure, steps: path.map(stepOf) };
    }),
    techniques,
    notHelping,
    whenToLeave,
    explanation,
    unresolved: advice.unresolved.map(({ text, file, at }) => ({ ...place(file, at), text })),
    functions: advice.functions.map(({ name: other, at, verdict: fits, sentence: says }) => {
      return { ...place(advice.file, at), name: other, verdict: fits, sentence: says };
    }),
    markdown: adviceMarkdown(advice),
  };
}

/** Where something is now; where it was if it has been edited since. */
function placeOf(context: Context, folder: Folder, file: string, at: Range): PlaceView {
  const place = currentPlace(context, folder, file, at);
  return place
    ? { uri: place.uri, range: toLsp(place.at) }
    : { uri: context.documents.uriFor(folder.pathOf(file)), range: toLsp(at) };
}
