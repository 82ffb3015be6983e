import { decodeFacts, decodeImports } from '../model/codec/decode.ts';
import { encodeFacts } from '../model/codec/encode.ts';
import type { FileFacts } from '../model/facts.ts';

/** What is known of one file. It may be packed, and then turn out to be damaged when it is unpacked. */
export interface LoadedFile {
  /** Of the content; empty when what follows from it must not be kept. */
  readonly hash: string;
  readonly facts: () => FileFacts;
  readonly imports: () => readonly string[];
  /** The facts, packed. */
  readonly encoded: () => Uint8Array;
}

export function packedFile({ hash, encoded }: { readonly hash: string; readonly encoded: Uint8Array }): LoadedFile {
  let imports: readonly string[] | undefined;
  return {
    hash,
    facts: () => decodeFacts(encoded),
    imports: () => (imports ??= decodeImports(encoded)),
    encoded: () => encoded,
  };
}

export function plainFile(hash: string, facts: FileFacts): LoadedFile {
  return { hash, facts: () => facts, imports: () => facts.imports, encoded: () => encodeFacts(facts) };
}
