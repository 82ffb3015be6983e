import { join } from 'node:path';
import { asRecord } from './packages.ts';
import { folderOf, toAbsolute } from './paths.ts';
import { readChain } from './tsconfig-paths.ts';

/** What a tsconfig.json says of how the code comes to run. */
export interface CompilerOptions {
  readonly module?: string;
  readonly noEmit?: boolean;
  readonly allowImportingTsExtensions?: boolean;
}

/** The options of the nearest tsconfig.json of a file, with those that it extends; undefined where there is none. */
export function readCompilerOptions(root: string, file: string): CompilerOptions | undefined {
  for (let folder = folderOf(file); ; folder = folderOf(folder)) {
    const chain = readChain(join(toAbsolute(root, folder), 'tsconfig.json'), 0);
    if (chain.length > 0) return merged(chain.map(({ config }) => asRecord(config['compilerOptions']) ?? {}));
    if (folder === '') return undefined;
  }
}

/** What stands nearer comes first. */
function merged(levels: readonly Readonly<Record<string, unknown>>[]): CompilerOptions {
  const value = (name: string): unknown => levels.find((options) => options[name] !== undefined)?.[name];
  const module = value('module');
  const noEmit = value('noEmit');
  const allowsTs = value('allowImportingTsExtensions');
  return {
    ...(typeof module === 'string' && { module }),
    ...(typeof noEmit === 'boolean' && { noEmit }),
    ...(typeof allowsTs === 'boolean' && { allowImportingTsExtensions: allowsTs }),
  };
}
