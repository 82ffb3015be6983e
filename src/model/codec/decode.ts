import type { ClassFacts, ExportFacts, FileFacts, ValueId } from '../facts.ts';
import { EXPORT_TAGS, type Rest } from './layout.ts';
import { PackedFunction, PackedObject, takeProperty, takeValues } from './packed.ts';
import { damaged, openReader, type Reader, skip, take, takeList, takeText } from './reader.ts';

/** @throws {Error} if the bytes are not what `encodeFacts` wrote */
export function decodeFacts(bytes: Uint8Array): FileFacts {
  const reader = openReader(bytes);
  const facts = readFacts(reader);
  if (reader.next !== bytes.length) throw damaged();
  return facts;
}

/**
 * What a file imports, read without the rest.
 *
 * @throws {Error} if the bytes cannot be what `encodeFacts` wrote
 */
export function decodeImports(bytes: Uint8Array): readonly string[] {
  const reader = openReader(bytes);
  // The language, what is rare, and the lines.
  skip(reader, 3);
  return takeList(reader, takeText);
}

function takeClass(reader: Reader): ClassFacts {
  const name = takeText(reader);
  const superclass = take(reader);
  const furtherSuperclasses = takeList(reader, take);
  const members = takeList(reader, takeProperty);
  const statics = takeList(reader, takeProperty);
  const decorators = takeList(reader, take);
  const interfaces = takeList(reader, take);
  return {
    name,
    ...(superclass >= 0 && { superclass }),
    ...(furtherSuperclasses.length > 0 && { furtherSuperclasses }),
    members,
    statics,
    decorators,
    ...(interfaces.length > 0 && { interfaces }),
  };
}

function takeExport(reader: Reader): ExportFacts {
  const tag = EXPORT_TAGS[take(reader)];
  switch (tag) {
    case 'named':
      return [tag, takeText(reader), take(reader)];
    case 'reexport':
      return [tag, takeText(reader), take(reader), takeText(reader)];
    case 'assign':
    case 'star':
      return [tag, take(reader)];
    default:
      throw damaged();
  }
}

/** The keys are in the order in which languages write them, so that all facts have one shape. */
function readFacts(reader: Reader): FileFacts {
  const language = takeText(reader);
  const rest = JSON.parse(takeText(reader)) as Rest;
  const lines = take(reader);
  const imports = takeList(reader, takeText);
  const values = takeValues(reader);
  const functions = takeList(reader, (from) => new PackedFunction(from));
  const classes = takeList(reader, takeClass);
  const objects = takeList(reader, (from) => new PackedObject(from));
  const exports = takeList(reader, takeExport);
  const assignments = takeList(reader, takeAssignment);
  const submodules = takeList(reader, takeSubmodule);
  const directives = rest.directives ?? [];
  const roles = rest.roles ?? [];
  const facts = {
    language,
    lines,
    functions,
    classes,
    exports,
    assignments,
    directives,
    roles,
    imports,
    values,
    objects,
  };
  if (submodules.length > 0) return { ...facts, submodules };
  return rest.problem ? { ...facts, problem: rest.problem } : facts;
}

function takeSubmodule(reader: Reader): readonly [number, string, number] {
  const module = take(reader);
  const submodule = take(reader);
  return [module, takeText(reader), submodule];
}

function takeAssignment(reader: Reader): readonly [ValueId, string, ValueId] {
  const target = take(reader);
  const value = take(reader);
  return [target, takeText(reader), value];
}
