import type { OffloadLayout, PoolLibrary } from '../../../../model/fix.ts';
import type { Style } from '../style.ts';
import {
  COMPUTE,
  JOBS,
  LIBRARY_POOL,
  MESSAGE_TYPE,
  OWN_POOL,
  RUN_IN_POOL,
  RUN_IN_WORKERPOOL,
  SOURCES,
  TSX_WORKER,
} from './own-pool.ts';
import { WEB_POOL } from './web-pool.ts';

/** In which form a file is written. */
export interface Form {
  readonly isTypeScript: boolean;
  readonly format: 'module' | 'commonjs';
  readonly style: Style;
}

/** The file that has the threads: written once for a project, and used by all that is offloaded. */
export function poolText({ library, typeScript, web }: OffloadLayout, form: Form): string {
  if (web) return styled(withTypes(WEB_POOL, form), form.style);
  const { isTypeScript, format } = form;
  const isModule = format === 'module';
  const needsTsx = isTypeScript && typeScript === 'tsx' && !library;
  const mayBeSource = isTypeScript && typeScript !== 'stripped' && !needsTsx;
  const file = isModule ? 'new URL(import.meta.url)' : '__filename';
  const parts: Record<string, string> = {
    ...(library && libraryParts(library, form)),
    MESSAGE_TYPE,
    SOURCES: mayBeSource ? SOURCES : '',
    TSX_WORKER: needsTsx ? TSX_WORKER : '',
    JOBS,
    COMPUTE,
    'EXPORT_COMPUTE ': library ? 'EXPORT ' : '',
    NEW_WORKER: needsTsx ? 'newWorker()' : `new Worker(${file}, { workerData: { isInPool: true } })`,
    TSX_LOAD: isModule
      ? `import('tsx/esm/api').then(({ register }) => (register(), import(\${JSON.stringify(PLACE)})))`
      : `require('tsx/cjs/api').register(); require(\${JSON.stringify(PLACE)})`,
    FILE: file,
    LOAD: isModule ? 'await import(module)' : 'require(module)',
    PLACE: ownPlace(form),
    'EXPORT ': exporting(form),
  };
  let text = library ? LIBRARY_POOL : OWN_POOL;
  for (const [name, part] of Object.entries(parts)) text = text.replaceAll(new RegExp(`\\b${name}`, 'g'), () => part);
  text = text.replaceAll(/IMPORT\((.*), (.*)\)/g, (_, names: string, module: string) => importing(form, names, module));
  text = withTypes(text, form);
  const names = library ? 'onThread, moved, compute' : 'onThread, moved';
  if (exporting(form) === '') text += `\nmodule.exports = { ${names} };\n`;
  return styled(text, form.style);
}

/** With what is for TypeScript only, or without it. */
function withTypes(text: string, { isTypeScript }: Form): string {
  if (isTypeScript) return text.replaceAll(/[«»]/g, '');
  const plain = text.replaceAll(/«[^»]*»/g, '');
  return plain.replace('(\n  module,\n  name,\n)', '(module, name)').replace('(\n  start,\n)', '(start)');
}

/** Gives a text that is written with single quotes, semicolons and two spaces the style of a file. */
export function styled(text: string, { quote, semicolon, indent, newline }: Style): string {
  let result = text.replaceAll("'", quote);
  if (semicolon === '') result = result.replaceAll(/;$/gm, '');
  result = result.replaceAll(/^(?: {2})+/gm, (white) => indent.repeat(white.length / 2));
  return result.replaceAll('\n', newline);
}

/** `import { a } from 'm';` or `const { a } = require('m');`. */
export function importing({ isTypeScript, format }: Form, names: string, module: string): string {
  if (isTypeScript || format === 'module') return `import ${names} from '${module}';`;
  return `const ${names} = require('${module}');`;
}

/** Where a file is, as an expression in it. */
export function ownPlace({ format }: Form): string {
  return format === 'module' ? 'import.meta.url' : '__filename';
}

/** `export` before a declaration, where the form has it. */
export function exporting({ isTypeScript, format }: Form): string {
  return isTypeScript || format === 'module' ? 'export ' : '';
}

function libraryParts(library: PoolLibrary, form: Form): Record<string, string> {
  if (library === 'workerpool') {
    const isModule = form.format === 'module';
    const url = isModule ? 'IMPORT({ fileURLToPath }, node:url)\n' : '';
    return {
      RUN: RUN_IN_WORKERPOOL,
      LIBRARY_IMPORTS: `${url}IMPORT(workerpool, workerpool)`,
      MAKE_POOL: `workerpool.pool(${isModule ? 'fileURLToPath(PLACE)' : 'PLACE'}, { workerType: 'thread' })`,
      STATE: 'let rest«: NodeJS.Timeout | undefined»;\nlet running = 0;\n',
      SERVE: '\nif (!workerpool.isMainThread) workerpool.worker({ compute });\n',
      POOL_TYPE: 'ReturnType<typeof workerpool.pool>',
      LIBRARY: library,
    };
  }
  const name = library === 'piscina' ? 'Piscina' : 'Tinypool';
  return {
    RUN: RUN_IN_POOL,
    LIBRARY_IMPORTS: `IMPORT({ ${name} }, ${library})`,
    MAKE_POOL: `new ${name}({ filename: PLACE, minThreads: 0, idleTimeout: 10_000 })`,
    STATE: '',
    SERVE: '',
    POOL_TYPE: name,
    LIBRARY: library,
  };
}
