import { compileAliases, walk } from './aliases.ts';
import { joinPath, segmentsOf } from './canonical.ts';
import type {
  ApiEntry,
  CallbackEntry,
  Catalog,
  CatalogFile,
  CompiledApi,
  DecoratorEntry,
  InputEntry,
  OverrideEntry,
  TypeEntry,
  WaitEntry,
} from './types.ts';

/** Joins catalog files to look-ups by canonical name. Where two files define the same name, the later one holds. */
export function compileCatalog(files: readonly CatalogFile[]): Catalog {
  const byModule = groupByModule(files);
  const modules = modulesOf(files);
  const sources = [...byModule.keys()].map((module) => [module, withExtended(module, byModule)] as const);
  const aliases = compileAliases(sources, modules);
  const apis = new Map<string, CompiledApi>();
  const callbacks = new Map<string, readonly CallbackEntry[]>();
  const waits = new Map<string, WaitEntry>();
  const pure = new Set<string>();
  const instances = new Set<string>();
  const decorators = new Map<string, DecoratorEntry>();
  const overrides = new Map<string, OverrideEntry[]>();
  const types = new Map<string, TypeEntry>();

  for (const [module, parts] of sources) {
    const nameOf = pathsBelow(module, aliases, parts);
    for (const part of parts) {
      addApis(apis, part.apis ?? [], nameOf);
      addCallbacks(callbacks, part.callbacks ?? [], nameOf);
      for (const name of part.pure ?? []) pure.add(nameOf(name));
      for (const name of part.instances ?? []) instances.add(nameOf(name));
      for (const entry of part.waits ?? []) for (const name of entry.names) waits.set(nameOf(name), entry);
      for (const entry of part.decorators ?? []) decorators.set(nameOf(entry.name), entry);
      for (const entry of part.types ?? []) for (const name of entry.names) types.set(nameOf(`${name}()`), entry);
      for (const entry of part.overrides ?? []) {
        overrides.set(nameOf(entry.of), [...(overrides.get(nameOf(entry.of)) ?? []), entry]);
      }
    }
  }
  return {
    apis,
    anyMethods: anyMethodsOf(files, callbacks),
    callbacks,
    inputs: inputsOf(files),
    waits,
    pure,
    instances,
    decorators,
    overrides,
    types,
    objects: files.flatMap((file) => file.objects ?? []),
    conventions: files.flatMap((file) => file.conventions ?? []),
    commandLines: new Set(files.filter((file) => file.commandLine).map((file) => file.module)),
    modules,
    aliases,
  };
}

function groupByModule(files: readonly CatalogFile[]): Map<string, CatalogFile[]> {
  const groups = new Map<string, CatalogFile[]>();
  for (const file of files) {
    const group = groups.get(file.module);
    if (group) group.push(file);
    else groups.set(file.module, [file]);
  }
  return groups;
}

/** The files whose entries hold under a module: those that it extends first, so that its own win. */
function withExtended(module: string, byModule: ReadonlyMap<string, CatalogFile[]>): readonly CatalogFile[] {
  const files = byModule.get(module) ?? [];
  if (!files.some((file) => file.extends)) return files;
  const parts = new Set<CatalogFile>();
  const visited = new Set<string>();
  const visit = (name: string): void => {
    if (visited.has(name)) return;
    visited.add(name);
    const own = byModule.get(name) ?? [];
    for (const file of own) file.extends?.forEach(visit);
    for (const file of own) parts.add(file);
  };
  visit(module);
  return [...parts];
}

function addApis(apis: Map<string, CompiledApi>, entries: readonly ApiEntry[], nameOf: (name: string) => string): void {
  for (const entry of entries) {
    const name = nameOf(entry.name);
    apis.set(name, { name, entry });
  }
}

/** One file may have several entries of a name (two arguments); those of a later file replace them all. */
function addCallbacks(
  callbacks: Map<string, readonly CallbackEntry[]>,
  entries: readonly CallbackEntry[],
  nameOf: (name: string) => string,
): void {
  const own = new Map<string, CallbackEntry[]>();
  for (const entry of entries) {
    const name = nameOf(entry.name);
    const group = own.get(name);
    if (group) group.push(entry);
    else own.set(name, [entry]);
  }
  for (const [name, group] of own) callbacks.set(name, group);
}

/** Names are written as people say them, so an alias may hold for a part of one. */
function pathsBelow(
  module: string,
  aliases: ReadonlyMap<string, string>,
  parts: readonly CatalogFile[],
): (name: string) => string {
  if (!parts.some((part) => part.aliases)) return (name) => joinPath(module, name);
  return (name) => {
    const path = joinPath(module, name);
    const isOneSegment = !/.[.(#]/.test(name);
    return isOneSegment ? (aliases.get(path) ?? path) : walk(module, segmentsOf(name), aliases);
  };
}

const ANY_MODULE = /^(?:\w+:)?any$/;

/** Methods of receivers that are not known are those of the language of the call. */
function anyMethodsOf(
  files: readonly CatalogFile[],
  callbacks: ReadonlyMap<string, readonly CallbackEntry[]>,
): Map<string, Map<string, readonly CallbackEntry[]>> {
  const languages = new Map<string, Map<string, readonly CallbackEntry[]>>();
  for (const { module, language, callbacks: entries = [] } of files) {
    if (!ANY_MODULE.test(module)) continue;
    const methods = languages.get(language) ?? new Map<string, readonly CallbackEntry[]>();
    for (const { name } of entries) methods.set(name, callbacks.get(joinPath(module, name)) ?? []);
    languages.set(language, methods);
  }
  return languages;
}

function modulesOf(files: readonly CatalogFile[]): Map<string, string> {
  const modules = new Map<string, string>();
  for (const { module, also = [] } of files) for (const name of [module, ...also]) modules.set(name, module);
  return modules;
}

function inputsOf(files: readonly CatalogFile[]): Map<string, readonly InputEntry[]> {
  const inputs = new Map<string, InputEntry[]>();
  for (const { module, inputs: entries = [] } of files) {
    for (const entry of entries) {
      const names = (entry.names ?? []).map((name) => joinPath(module, name));
      for (const key of new Set([...(entry.roles ?? []), ...names])) {
        const known = inputs.get(key);
        if (known) known.push(entry);
        else inputs.set(key, [entry]);
      }
    }
  }
  return inputs;
}
