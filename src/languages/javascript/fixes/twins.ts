import type { TSESTree } from '@typescript-eslint/types';
import type { PlannedOperation } from '../../../model/fix.ts';
import { endOffset, type Node, sliceOf, startOffset, staticName, unwrap } from '../ast.ts';
import { type Editor, refuse, replace } from './editor.ts';
import { bindingOf, canonicalModule, type ModuleBinding, requiredModule } from './modules.ts';
import { importedName, moduleName } from './names.ts';
import { promisifiedName } from './promisified.ts';
import { applyShape, isKnownOddity, takesDescriptor } from './shapes.ts';
import { callAt, type Call, calleeOf, type FixSource, isOptional, parentOf, variableAt } from './source.ts';

/** What the replaced calls no longer use. */
export type Released = Map<ModuleBinding, number>;

/** A path that the catalog knows: `node:fs/promises` and `readFile`. */
interface ApiName {
  readonly module: string;
  /** All but the last segment. */
  readonly holder: string;
  readonly last: string;
}

/** Replaces the call of a blocking API by the awaited call of its twin. */
export function replaceByTwin(
  editor: Editor,
  operation: PlannedOperation,
  released: Released,
  sections: string[],
): boolean {
  const { source } = editor;
  const call = callAt(source, operation.at);
  if (!call) return fail(editor, 'not found', 'the call could not be found in the source', source.program);
  const refusals = editor.stops.length;
  if (call.type === 'NewExpression') return fail(editor, 'constructor', 'new has no asynchronous form', call);
  if (breaksChain(source, call)) {
    return fail(editor, 'optional chain', 'the call is a part of a longer optional chain', call);
  }
  const callee = twinCallee(editor, call, operation, released, sections);
  if (callee === undefined || editor.stops.length > refusals) return false;
  if (!applyShape(editor, call, operation)) return false;
  const former = calleeOf(call);
  if (callee.text !== sliceOf(source.text, former)) {
    replace(editor, startOffset(former), endOffset(former), callee.text);
  }
  return editor.stops.length === refusals;
}

function fail(editor: Editor, kind: string, message: string, node: Node): false {
  refuse(editor, kind, message, node);
  return false;
}

/** `fs?.readFileSync(p).trim()`: parentheses would cut what the question mark skips. */
function breaksChain(source: FixSource, call: Call): boolean {
  const parent = parentOf(source, call);
  const goesOn =
    (parent?.type === 'MemberExpression' && parent.object === call) ||
    (parent?.type === 'CallExpression' && parent.callee === call);
  return goesOn && isOptional(call);
}

/** What is called in its place. */
function twinCallee(
  editor: Editor,
  call: TSESTree.CallExpression,
  operation: PlannedOperation,
  released: Released,
  sections: string[],
): { readonly text: string } | undefined {
  const { source } = editor;
  const from = apiName(operation.api);
  const isByDescriptor = takesDescriptor(source, call, operation.api);
  const to = apiName(isByDescriptor ? operation.api.replace(/Sync$/, '') : operation.target);
  const callee = calleeOf(call);
  const reason = `${operation.api} has no asynchronous form with the same arguments and result`;
  if (operation.shape === 'other' && !isKnownOddity(operation.api)) {
    refuse(editor, 'another shape', reason, call);
    return undefined;
  }
  const isPromisified =
    /^(?:callback|promisify|stdout)$/.test(operation.shape) || isKnownOddity(operation.api) || isByDescriptor;
  const isAsInNode = operation.shape === 'promisify' || from.module.startsWith('node:');
  if (isPromisified && (from.module !== to.module || !isAsInNode)) {
    refuse(editor, 'another shape', reason, call);
    return undefined;
  }
  const binding = callee.type === 'Identifier' ? bindingOf(source, callee) : undefined;
  if (binding) {
    const module = canonicalModule(binding.specifier);
    if (binding.imported !== from.last && !(binding.imported === 'default' && from.holder === from.module)) {
      outOfReach(editor, call);
      return;
    }
    released.set(binding, (released.get(binding) ?? 0) + 1);
    if (isPromisified && to.module === operation.target) {
      outOfReach(editor, call);
      return;
    }
    if (isPromisified) return { text: promisifiedName(editor, call, { module, name: to.last }, sections) };
    if (operation.target === from.holder) return { text: importedName(editor, call, module, 'default', to.last) };
    const promises = moduleName(source, call, to.module);
    if (promises !== undefined && to.module !== from.module) return { text: `${promises}.${to.last}` };
    const target = to.module === from.module || sharesPromises(module) ? module : to.module;
    return { text: importedName(editor, call, target, to.last, preferredName(to)) };
  }
  if (callee.type !== 'MemberExpression' || staticName(callee.property, callee.computed) !== from.last) {
    outOfReach(editor, call);
    return;
  }
  return memberTwin(editor, call, callee, operation, { from, to, isPromisified, released, sections });
}

interface MemberContext {
  readonly from: ApiName;
  readonly to: ApiName;
  readonly isPromisified: boolean;
  readonly released: Released;
  readonly sections: string[];
}

/** `fs.readFileSync` → `fs.promises.readFile`; `bcrypt.hashSync` → `bcrypt.hash`; `rimraf.sync` → `rimraf`. */
function memberTwin(
  editor: Editor,
  call: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
  { target }: PlannedOperation,
  { from, to, isPromisified, released, sections }: MemberContext,
): { readonly text: string } | undefined {
  const { source } = editor;
  const object = sliceOf(source.text, callee.object);
  const joint = callee.optional ? '?.' : '.';
  const base = unwrap(callee.object);
  if (isPromisified) {
    const isWhole = target === from.module;
    return {
      text: promisifiedName(editor, call, { module: from.module, name: to.last, object: base, isWhole }, sections),
    };
  }
  if (target === from.holder) return { text: object };
  if (to.holder === from.holder || sharesPromises(moduleOf(source, base)))
    return { text: `${object}${joint}${to.last}` };
  const promises = moduleName(source, call, to.module);
  const binding = base.type === 'Identifier' ? bindingOf(source, base) : undefined;
  if (promises !== undefined && promises !== object) {
    if (binding) released.set(binding, (released.get(binding) ?? 0) + 1);
    return { text: `${promises}.${to.last}` };
  }
  const hasPromises = to.module === `${from.module}/promises` && from.holder === from.module;
  if (hasPromises && canonicalModule(moduleOf(source, base)) === from.module) {
    return { text: `${object}${joint}promises.${to.last}` };
  }
  if (from.holder.includes('()') && to.holder.includes('()')) return { text: `${object}${joint}${to.last}` };
  if (to.holder !== to.module) {
    outOfReach(editor, call);
    return;
  }
  if (binding) released.set(binding, (released.get(binding) ?? 0) + 1);
  return { text: importedName(editor, call, to.module, to.last, preferredName(to)) };
}

function moduleOf(source: FixSource, base: Node): string {
  if (base.type !== 'Identifier') return requiredModule(base) ?? '';
  const definition = variableAt(source, base, base.name)?.defs[0]?.node;
  const init =
    definition?.type === 'VariableDeclarator' && definition.id.type === 'Identifier' ? definition.init : undefined;
  return bindingOf(source, base)?.specifier ?? requiredModule(init && unwrap(init)) ?? '';
}

/** Modules whose functions return promises when no callback is given, under the names of `node:fs`. */
function sharesPromises(specifier: string): boolean {
  return /^fs-extra(?:\/|$)/.test(specifier);
}

function outOfReach(editor: Editor, call: Node): undefined {
  refuse(editor, 'indirect call', 'the blocking function is not called by its own name here', call);
  return undefined;
}

/** A timer is no good name for a pause, and hides the global one. */
function preferredName({ module, last }: ApiName): string {
  return module === 'node:timers/promises' && last === 'setTimeout' ? 'sleep' : last;
}

function apiName(name: string): ApiName {
  const module = /^node:[\w/]+|^(?:@[^/]+\/)?[^.(#]+/.exec(name)?.[0] ?? name;
  const cut = Math.max(name.lastIndexOf('.'), name.lastIndexOf('#'));
  if (cut < module.length) return { module, holder: module, last: module.slice(module.lastIndexOf('/') + 1) };
  return { module, holder: name.slice(0, cut), last: name.slice(cut + 1) };
}
