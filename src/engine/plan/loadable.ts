import { CallFlag, FunctionFlag } from '../../model/facts.ts';
import { EdgeKind, type FileNode, type FunctionNode } from '../nodes.ts';

const MODULE_BODY = 0;

/** Whether a thread may load a file: it, and what it imports of the project, does nothing then but declare. */
export function mayLoad(file: FileNode, seen = new Set<FileNode>()): boolean {
  if (seen.has(file)) return true;
  seen.add(file);
  const body = file.unit?.functions[MODULE_BODY];
  return body !== undefined && onlyDeclares(body) && unfitImports(file, seen).length === 0;
}

/** What a file imports that a thread must not load. */
export function unfitImports({ unit }: FileNode, seen = new Set<FileNode>()): string[] {
  return (unit?.facts.imports ?? []).filter((specifier, index) => {
    const target = unit?.imports[index];
    if (target && 'functions' in target) return !mayLoad(target, seen);
    // What is looked for in the project and not found may be anything; packages declare.
    return /^[./]/.test(specifier);
  });
}

function onlyDeclares({ file, facts, hits, out }: FunctionNode): boolean {
  if (hits.length > 0 || facts.operations.length > 0 || facts.loops.length > 0) return false;
  return facts.calls.every(({ flags, text }, index) => {
    if (flags & CallFlag.Quiet || file.unit?.traits.declaring?.test(text)) return true;
    const edges = out.filter((edge) => edge.call === index);
    return edges.length > 0 && edges.every((edge) => edge.isCall && edge.kind === EdgeKind.Sync && isPure(edge.to));
  });
}

function isPure({ facts, hits }: FunctionNode): boolean {
  return (facts.flags & FunctionFlag.TouchesOutside) === 0 && hits.length === 0 && facts.loops.length === 0;
}
