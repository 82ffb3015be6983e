import { decodeFacts } from '../model/codec/decode.ts';
import type { FileFacts, FileRole } from '../model/facts.ts';
import { withRoles } from '../model/roles.ts';
import type { Host, PackageInfo, PackedFacts, PackedParts, Resolution } from './host.ts';
import type { ResolvedFile } from './parts.ts';

/** All that judging some parts takes beside their facts. */
interface About {
  readonly root: string;
  readonly parts: readonly (readonly PackedFile[])[];
  readonly packages: readonly PackedPackage[];
  /** Whether somebody answers what is asked of regular expressions. */
  readonly asks: boolean;
}

interface PackedFile {
  readonly file: string;
  readonly roles: readonly FileRole[];
  /** How many bytes its facts take. */
  readonly size: number;
  /** Where its imports lead, in their order. */
  readonly ways: readonly Way[];
  /** Index into `packages`; -1 for none. */
  readonly owner: number;
}

interface PackedPackage extends Omit<PackageInfo, 'dependencies'> {
  readonly dependencies: readonly string[];
}

/** A file is a text, a package a list of its name; 0 leads nowhere. */
type Way = string | readonly [name: string] | 0;

/** What another thread has to know to judge these parts. */
export function packParts(
  host: Host,
  parts: readonly (readonly ResolvedFile[])[],
  packed: (file: string) => PackedFacts,
): PackedParts {
  const facts = parts.map((part) => part.map(({ file }) => packed(file)));
  const table = packageTable(host);
  const about: About = {
    root: host.root,
    parts: parts.map((part, at) =>
      part.map(({ file, targets }, index) => {
        const { encoded, roles } = facts[at]![index]!;
        return { file, roles, size: encoded.length, ways: targets.map(wayOf), owner: table.ownerOf(file) };
      }),
    ),
    packages: table.packages,
    asks: host.expressions !== undefined,
  };
  return { about: JSON.stringify(about), facts: joined(facts.flat().map(({ encoded }) => encoded)) };
}

/** The same on the other thread. */
export function unpackParts(
  { about, facts }: PackedParts,
  expressions: NonNullable<Host['expressions']>,
): { readonly host: Host; readonly parts: readonly (readonly string[])[] } {
  const { root, parts, packages, asks } = JSON.parse(about) as About;
  const files = new Map<string, PackedFile & { readonly begin: number }>();
  let begin = 0;
  for (const packed of parts.flat()) {
    files.set(packed.file, { ...packed, begin });
    begin += packed.size;
  }
  const infos = packages.map((info): PackageInfo => ({ ...info, dependencies: new Set(info.dependencies) }));
  const imports = new Map<string, readonly string[]>();
  const factsOf = (file: string): FileFacts => {
    const { begin: from, size, roles } = files.get(file)!;
    const known = decodeFacts(facts.subarray(from, from + size));
    imports.set(file, known.imports);
    return withRoles(known, roles);
  };
  return {
    parts: parts.map((part) => part.map(({ file }) => file)),
    host: {
      root,
      files: () => [...files.keys()],
      facts: (wanted) => Promise.resolve(wanted.map(factsOf)),
      resolve(from, specifier) {
        const index = imports.get(from)?.indexOf(specifier) ?? -1;
        return resolutionOf(files.get(from)?.ways[index] ?? 0);
      },
      packageOf: (file) => infos[files.get(file)?.owner ?? -1],
      ...(asks && { expressions }),
    },
  };
}

/** Files of one package share what is said of it. */
function packageTable(host: Host) {
  const packages: PackedPackage[] = [];
  const known = new Map<ReadonlySet<string>, Map<string, number>>();
  return {
    packages,
    ownerOf(file: string): number {
      const info = host.packageOf?.(file);
      if (!info) return -1;
      const { dependencies, ...rest } = info;
      let variants = known.get(dependencies);
      if (!variants) known.set(dependencies, (variants = new Map<string, number>()));
      const key = JSON.stringify(rest);
      let index = variants.get(key);
      if (index === undefined) {
        variants.set(key, (index = packages.length));
        packages.push({ ...rest, dependencies: [...dependencies] });
      }
      return index;
    },
  };
}

function wayOf(target: Resolution): Way {
  if (target.kind === 'file') return target.path;
  return target.kind === 'package' ? [target.name] : 0;
}

function resolutionOf(way: Way): Resolution {
  if (way === 0) return { kind: 'unresolved' };
  return typeof way === 'string' ? { kind: 'file', path: way } : { kind: 'package', name: way[0] };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
