import type { OffloadLayout } from '../../../../model/fix.ts';
import { type Editor, refuse } from '../editor.ts';
import { freeName, importedName } from '../names.ts';
import { quoted, styleOf } from '../style.ts';
import { specifierTo } from './paths.ts';
import { styled } from './pool-text.ts';
import { formOf } from './worker-module.ts';

/** A function that a page is to call on a Web Worker. */
export interface PageWorker {
  /** The file of the worker, and the one that declares the function, for its type. */
  readonly file: string;
  readonly declaredIn: string;
  readonly compute: string;
  /** The name that it is called by. */
  readonly thread: string;
  /** The name of its type, and whether the file goes on to have it without this call. */
  readonly type: string;
  readonly isKnown: boolean;
}

/** The name under which a page calls the function of a worker; what starts the worker is added if the file lacks it. */
export function startedInPage(editor: Editor, worker: PageWorker, layout: OffloadLayout, sections: string[]): string {
  const { source } = editor;
  const url = urlTo(source.path, worker.file, layout).replaceAll('.', '\\.');
  const statement = new RegExp(
    `^(?:export )?const (\\w+) = \\w+(?:<[^>]*>)?\\(\\s*\\(\\) => new Worker\\(new URL\\((['"])${url}\\2`,
    'm',
  );
  const known = statement.exec(source.text)?.[1];
  if (known !== undefined) return known;
  const thread = freeName(editor, worker.thread);
  sections.push(pageStatement(editor, { ...worker, thread }, layout));
  return thread;
}

/**
 * The statement with which a page starts the worker of a file. It stands in the page's own code, with the name of the file written
 * out: so bundlers find it.
 */
export function pageStatement(
  editor: Editor,
  { file, declaredIn, compute, thread, type, isKnown }: PageWorker,
  layout: OffloadLayout,
): string {
  const { source, wanted } = editor;
  const start = importedName(editor, source.program, specifierTo(source.path, layout.pool.file, layout), 'onThread');
  if (source.isTypeScript && !isKnown && !wanted.some(({ local }) => local === type)) {
    const specifier = specifierTo(source.path, declaredIn, layout);
    wanted.push({ specifier, imported: compute, local: type, isType: true });
  }
  const { width } = styleOf(source);
  const head = `const ${thread} = ${start}${source.isTypeScript ? `<typeof ${type}>` : ''}(`;
  const url = quoted(source, urlTo(source.path, file, layout));
  const worker = `() => new Worker(new URL(${url}, import.meta.url), { type: 'module' })`;
  const line = `${head}${worker});`;
  const form = formOf(source, layout);
  return styled(line.length <= width ? line : `${head}\n  ${worker},\n);`, form.style);
}

/** A bundler takes the name of the source; else it is that of the file that is served. */
function urlTo(from: string, to: string, layout: OffloadLayout): string {
  return specifierTo(from, to, { ...layout, extension: layout.web?.isBundled === true ? '.ts' : '.js' });
}

/** Why a file that runs in a browser may not be what starts a worker. */
export function refuseOtherPages(editor: Editor): void {
  const { source } = editor;
  if (!source.isModule) {
    refuse(editor, 'no module', 'only ES modules can name the file of a worker by their own place', source.program);
  }
  if (/\btypeof (?:window|document|self|navigator)\b/.test(source.text)) {
    refuse(
      editor,
      'browser or not',
      'the file asks whether it runs in a browser: elsewhere there are no Web Workers',
      source.program,
    );
  }
}
