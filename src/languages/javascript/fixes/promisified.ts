import { type Node, sliceOf, startOffset, unwrap } from '../ast.ts';
import { type Editor, refuse } from './editor.ts';
import { bindingOf, canonicalModule, moduleBindings } from './modules.ts';
import { freeName, importedName, moduleName } from './names.ts';
import { isNameUsed, type FixSource } from './source.ts';
import { styleOf } from './style.ts';

interface CallbackForm {
  readonly module: string;
  readonly name: string;
  /** What it is a member of, where the call is written so. */
  readonly object?: Node;
  /** The module is the function. */
  readonly isWhole?: boolean;
}

/** The name of the promisified form of a callback API; a constant for it is declared below the imports if there is none. */
export function promisifiedName(editor: Editor, call: Node, form: CallbackForm, sections: string[]): string {
  const { source } = editor;
  const { object, module, name, isWhole } = form;
  if (object && !(object.type === 'Identifier' && bindingOf(source, object))) {
    refuse(editor, 'indirect call', 'the module is not imported at the top of the file', call);
  }
  const known = knownName(source, module, isWhole ? '*' : name);
  if (known) return known;
  const callback = object
    ? sliceOf(source.text, object) + (isWhole ? '' : `.${name}`)
    : importedName(
        editor,
        call,
        module,
        name,
        isNameUsed(source, name) && !isImported(source, module, name) ? `${name}Callback` : name,
      );
  const promisify = promisifier(editor, call);
  const line = sections.find((section) => section.includes(`= ${promisify}(${callback})`));
  if (line) return /const (\w+)/.exec(line)?.[1] ?? '';
  const local = freeName(editor, `${name}Async`);
  sections.push(`const ${local} = ${promisify}(${callback})${styleOf(source).semicolon}`);
  // The next call must not take the same name for something else.
  editor.wanted.push({ specifier: '', imported: '', local });
  return local;
}

function isImported(source: FixSource, module: string, name: string): boolean {
  return moduleBindings(source).some(
    (binding) => canonicalModule(binding.specifier) === module && binding.imported === name,
  );
}

function promisifier(editor: Editor, call: Node): string {
  const util = moduleName(editor.source, call, 'node:util');
  return util === undefined ? importedName(editor, call, 'node:util', 'promisify') : `${util}.promisify`;
}

/** `const gzipAsync = promisify(zlib.gzip)` at the top of the file. */
function knownName(source: FixSource, module: string, name: string): string | undefined {
  for (const statement of source.program.body) {
    if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') continue;
    for (const { id, init } of statement.declarations) {
      const value = init && unwrap(init);
      if (id.type !== 'Identifier' || value?.type !== 'CallExpression' || startOffset(value) < 0) continue;
      if (!/(?:^|\.)promisify$/.test(sliceOf(source.text, value.callee))) continue;
      const of = value.arguments[0];
      if (of && isThe(source, of, module, name)) return id.name;
    }
  }
  return undefined;
}

function isThe(source: FixSource, node: Node, module: string, name: string): boolean {
  const target = node.type === 'MemberExpression' ? unwrap(node.object) : node;
  const binding = target.type === 'Identifier' ? bindingOf(source, target) : undefined;
  if (binding === undefined || canonicalModule(binding.specifier) !== module) return false;
  return node.type === 'MemberExpression' ? sliceOf(source.text, node.property) === name : binding.imported === name;
}
