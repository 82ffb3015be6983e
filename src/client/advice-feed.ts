import type { AdviceView, AdviseParams, AdviseResult, RewritesParams, RewritesResult } from '../protocol/advice.ts';
import type { ToPanel } from '../protocol/panel.ts';

/** The cursor stays for a moment before it is followed, and longer before rewrites are tried out. */
const pause = 120;
const rewritesPause = 400;
/** Edits come in bursts. */
const editPause = 300;

/** Where advice comes from and goes to. */
export interface FeedOptions {
  readonly advise: (params: AdviseParams, signal: AbortSignal) => Promise<AdviseResult>;
  readonly rewrites: (params: RewritesParams, signal: AbortSignal) => Promise<RewritesResult>;
  /** Undefined when the file in front is none that is analysed. */
  readonly cursor: () => AdviseParams | undefined;
  readonly post: (message: ToPanel) => void;
}

/** What the panel is told and when: one function at a time, nothing twice at once, and nothing while nobody looks. */
export class AdviceFeed {
  readonly #options: FeedOptions;
  /** The place whose function is shown: where the cursor was last, unless the user has asked for another. */
  #target: AdviseParams | undefined;
  #shown: AdviceView | undefined;
  #isPinned = false;
  #isVisible = false;
  #timer: NodeJS.Timeout | undefined;
  #asking = new AbortController();

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  get shown(): AdviceView | undefined {
    return this.#shown;
  }

  /** The page listens. */
  start(): void {
    this.#isVisible = true;
    this.#target ??= this.#options.cursor();
    this.refresh(0);
  }

  /** Nobody looks. */
  rest(): void {
    this.#isVisible = false;
    clearTimeout(this.#timer);
    this.#asking.abort();
  }

  cursorMoved(): void {
    if (this.#isPinned) return;
    this.#target = this.#options.cursor() ?? this.#target;
    this.refresh(pause);
  }

  /** Turns to the function at a place, or at the cursor. */
  turnTo(place: AdviseParams | undefined): void {
    this.#target = place ?? this.#options.cursor() ?? this.#target;
    this.refresh(0);
  }

  /** Keeps the function that is shown, or follows the cursor again. */
  pin(isPinned: boolean): void {
    this.#isPinned = isPinned;
    if (!isPinned) this.#target = this.#options.cursor() ?? this.#target;
    if (this.#isVisible) this.#options.post({ type: 'pinned', isPinned });
    this.refresh(0);
  }

  /** Asks again, for the answer may be another one. */
  refresh(delay = editPause): void {
    if (!this.#isVisible) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), delay);
  }

  async #ask(): Promise<void> {
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    if (!this.#target) {
      this.#options.post({ type: 'empty', reason: 'unsupported' });
      return;
    }
    try {
      const result = await this.#options.advise(this.#target, signal);
      if (!signal.aborted) this.#show(result);
    } catch {
      if (!signal.aborted) this.#options.post({ type: 'empty', reason: 'failed' });
    }
  }

  #show(result: AdviseResult): void {
    if ('missing' in result) {
      if (result.missing === 'edited' && this.#shown) return;
      this.#shown = undefined;
      const { missing: reason, because } = result;
      this.#options.post({ type: 'empty', reason, ...(because !== undefined && { because }) });
      return;
    }
    const { advice } = result;
    // What was pinned may have moved away from its place with an edit; then it stays as it was.
    if (this.#isPinned && this.#shown && this.#shown.name !== advice.name) return;
    this.#shown = advice;
    if (this.#isPinned) this.#target = { uri: advice.uri, position: advice.range.start };
    this.#options.post({ type: 'advice', advice, isPinned: this.#isPinned });
    this.#timer = setTimeout(() => void this.#findRewrites(advice), rewritesPause);
  }

  async #findRewrites(advice: AdviceView): Promise<void> {
    const { signal } = this.#asking;
    const params = rewritesParams(advice);
    const none: RewritesResult = { rewrites: [] };
    const { rewrites } =
      params.findings.length === 0 ? none : await this.#options.rewrites(params, signal).catch(() => none);
    if (!signal.aborted) this.#options.post({ type: 'rewrites', rewrites });
  }
}

/** What to ask for the rewrites that carry out what is advised. */
export function rewritesParams({ uri, techniques }: AdviceView): RewritesParams {
  return { uri, findings: [...new Set(techniques.flatMap(({ findings }) => findings))] };
}
