import type { Range } from '../../../model/range.ts';
import type { Node } from '../ast.ts';
import { type Editor, refuse } from './editor.ts';
import { changesIn, continuesOf, isWithin, type RoundChange } from './round-changes.ts';
import { foldOf, writeFold } from './round-fold.ts';
import { statementsOf, writeEach, writeList, writeParts } from './round-forms.ts';
import { frameOf } from './round-frame.ts';
import { type Rounds, type RoundsLoop, roundsOf } from './rounds.ts';
import { type FixSource, functionAround, nodeAt, parentOf } from './source.ts';

/** How the rounds of a loop are to run together. */
export interface RoundsOptions {
  /** Packages that the file may import. */
  readonly packages: ReadonlySet<string>;
  /** Only some at once, where there may be many. */
  readonly isBounded: boolean;
}

/** Rounds of a loop that wait for each other become one wait for all. Says how, for a title. */
export function awaitRounds(editor: Editor, together: readonly Range[], options: RoundsOptions): string | false {
  const { source } = editor;
  const first = together[0] && nodeAt(source, together[0]);
  const loop = first && loopAround(source, first);
  if (!loop) return refused(editor, 'not found', 'the loop could not be found in the source', source.program);
  if (!/^(?:BlockStatement|Program|SwitchCase|StaticBlock)$/.test(parentOf(source, loop)?.type ?? '')) {
    return refused(editor, 'loop', 'the loop has a label, or is the only statement of another one', loop);
  }
  const outliving = outlivingName(source, loop);
  if (outliving !== undefined) {
    return refused(editor, 'loop', `${outliving} is declared in the loop and used after it`, loop);
  }
  const rounds = roundsOf(editor, loop);
  return rounds ? writeRounds(editor, rounds, options) : false;
}

function refused(editor: Editor, kind: string, message: string, node: Node): false {
  refuse(editor, kind, message, node);
  return false;
}

function loopAround(source: FixSource, node: Node): RoundsLoop | undefined {
  const around = functionAround(source, node);
  for (let outer = parentOf(source, node); outer && outer !== around; outer = parentOf(source, outer)) {
    if (outer.type === 'ForStatement' || outer.type === 'ForInStatement') return outer;
    if (outer.type === 'ForOfStatement' && !outer.await) return outer;
  }
  return undefined;
}

/** A `var` of the loop that is used outside of it. */
function outlivingName({ scopes }: FixSource, loop: Node): string | undefined {
  return scopes.variables.find(
    ({ defs, references }) =>
      defs.some(({ name }) => isWithin(name, loop)) && references.some(({ identifier }) => !isWithin(identifier, loop)),
  )?.name;
}

/** Chooses the simplest form that leaves everything in the order of the items. */
function writeRounds(editor: Editor, rounds: Rounds, options: RoundsOptions): string | false {
  const { source } = editor;
  const statements = statementsOf(rounds);
  const changes = changesIn(source, rounds.loop, statements);
  const continues = continuesOf(statements);
  const frame = frameOf(editor, rounds, options.packages, options.isBounded);
  const done = `Run the rounds over ${rounds.items} together with Promise.all${frame.bound}`;
  const [change] = changes;
  if (!change) {
    writeEach(editor, rounds, frame, continues);
    return done;
  }
  const isListed = changes.every(({ push, name }) => push && name === change.name);
  if (isListed && changes.length === 1 && continues.length === 0 && endsWith(source, statements, change)) {
    writeList(editor, rounds, frame, change.name, change.push!);
    return done;
  }
  const fold = foldOf(source, rounds);
  if (fold) {
    writeFold(editor, rounds, frame, fold);
    return `${done}, then use the results in their order`;
  }
  if (!isListed) {
    return refused(
      editor,
      'order of results',
      `what the rounds do to ${change.name} hangs on their order`,
      change.node,
    );
  }
  writeParts(editor, rounds, frame, changes, continues);
  return done;
}

/** Whether each round ends with the push of one value. */
function endsWith(source: FixSource, statements: readonly Node[], { push }: RoundChange): boolean {
  if (push?.arguments.length !== 1 || push.arguments[0]?.type === 'SpreadElement') return false;
  return parentOf(source, push) === statements.at(-1);
}
