import type { Reporter } from './types.ts';

/** Loaded one at a time: a run needs one of them. */
const loaders = {
  text: async () => (await import('./text/report.ts')).toText,
  json: async () => (await import('./json.ts')).toJson,
  sarif: async () => (await import('./sarif/log.ts')).toSarif,
  github: async () => (await import('./github.ts')).toGithub,
  markdown: async () => (await import('./markdown.ts')).toMarkdown,
  html: async () => (await import('./html/page.ts')).toHtml,
} satisfies Record<string, () => Promise<Reporter>>;

export type Format = keyof typeof loaders;

export const formats = Object.keys(loaders) as readonly Format[];

export function loadReporter(format: Format): Promise<Reporter> {
  return loaders[format]();
}
