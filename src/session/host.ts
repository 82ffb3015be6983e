import type { Expression, ExpressionVerdict } from '../model/expression.ts';
import type { FileFacts, FileRole } from '../model/facts.ts';
import type { TypeCheck } from '../model/type-check.ts';
import type { Resolution } from '../engine/linker.ts';

export type { Resolution } from '../engine/linker.ts';

/** What a session needs of the outside. Paths are relative to the root, with `/`. */
export interface Host {
  /** Absolute path of the workspace root. */
  readonly root: string;
  /** Files to analyse. */
  files(): readonly string[];
  /** Facts of files, in the same order. */
  facts(files: readonly string[]): Promise<readonly FileFacts[]>;
  /** The text of a file as it was analysed, without a byte order mark; fixes need it. Rejects for what is no UTF-8. */
  read?(file: string): Promise<string>;
  /** Where a module specifier leads. Files that are not analysed count as unresolved. */
  resolve(from: string, specifier: string): Resolution;
  /** Another value whenever imports of files that did not change may lead elsewhere; without it they may at any time. */
  layout?(): unknown;
  /** Lets others run while many files are being taken in; without it that is done in one go. */
  readonly pause?: (() => Promise<void>) | undefined;
  /** What an analyser says of regular expressions, by `expressionKey`; without it nothing is said of any. */
  readonly expressions?:
    ((wanted: readonly Expression[]) => Promise<ReadonlyMap<string, ExpressionVerdict>>) | undefined;
  /** What is known of the package that a file belongs to. */
  packageOf?(file: string): PackageInfo | undefined;
  /** Says which type error changes would make that was not there before; without it types are not checked. */
  readonly checkTypes?: ((check: TypeCheck) => Promise<string | undefined>) | undefined;
  /** What the nearest tsconfig.json of a file says. */
  compilerOf?(file: string): CompilerOptions | undefined;
}

/** A host that can tell what files import without unpacking what else is known of them. */
export interface SurveyedHost extends Host {
  /** Brings what is known of these files up to date with the disk, and tells the least of it, in the same order. */
  survey(files: readonly string[]): Promise<readonly FileSurvey[]>;
  readonly results?: ResultStore | undefined;
  /** What is known of a surveyed file, for another thread. */
  packed?(file: string): PackedFacts;
  /**
   * Threads, each started with these settings, that judge so many files in so many batches; none if they would not pay.
   */
  startJudges?(settings: unknown, files: number, batches: number): readonly Judge[];
}

export interface PackedFacts {
  readonly encoded: Uint8Array;
  /** What the file's place says of its roles. */
  readonly roles: readonly FileRole[];
}

/** Another thread, as long as it lives. */
export interface Judge {
  /** Rejects if the thread ends before it has answered. */
  judge(packed: PackedParts, expressions: NonNullable<Host['expressions']>): Promise<JudgedTexts>;
  end(): void;
}

/** Parts in a form that another thread can take. */
export interface PackedParts {
  readonly about: string;
  /** The facts of all files, one after the other. */
  readonly facts: Uint8Array<ArrayBuffer>;
}

export interface JudgedTexts {
  /** What was found in each part. */
  readonly texts: readonly string[];
  /** Whether another audit could not find out more. */
  readonly isFinal: boolean;
}

export interface FileSurvey {
  readonly imports: readonly string[];
  /** Of all that the facts hang on; undefined if what follows from them must not be kept. */
  readonly digest: string | undefined;
}

/** Texts that earlier runs have kept. */
export interface ResultStore {
  get(key: string): string | undefined;
  put(key: string, text: string): void;
}

/** The nearest package.json of a file. */
export interface PackageInfo {
  readonly dependencies: ReadonlySet<string>;
  /** Which versions of them it allows, where it says: `^7.1.2`. */
  readonly ranges?: ReadonlyMap<string, string> | undefined;
  /** Whether the file is what others import: `main`, `exports` of a package that is published. */
  readonly isPublic: boolean;
  /** The oldest version of the language that it runs on, where it says: `3.11`. */
  readonly oldest?: string | undefined;
  /** What its `.js` and `.ts` files are; undefined where it does not say. */
  readonly type?: 'module' | 'commonjs' | undefined;
}

/** Compiler options of TypeScript that decide how the code comes to run. */
export interface CompilerOptions {
  readonly module?: string;
  readonly noEmit?: boolean;
  readonly allowImportingTsExtensions?: boolean;
}
