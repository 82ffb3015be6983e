import { isToPanel, type FromPanel, type ToPanel } from '../protocol/panel.ts';

/** What the editor gives to a page. */
interface EditorApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): EditorApi;

/** The extension host as the panel sees it. */
export const host = acquireVsCodeApi();

export type Send = (message: FromPanel) => void;

/** Calls back with each message that is one of ours; whatever else comes is left alone. */
export function listen(take: (message: ToPanel) => void): void {
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isToPanel(data)) take(data);
  });
}
