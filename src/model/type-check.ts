/** Texts that stand for files, by path relative to the root; undefined: there is no such file. */
export type Overlay = readonly (readonly [file: string, text: string | undefined])[];

/** Asks whether the types of a project still fit when some of its files change. */
export interface TypeCheck {
  /** Absolute path of the workspace root. */
  readonly root: string;
  /** Files that are changed, relative to the root. */
  readonly changed: readonly string[];
  readonly before: Overlay;
  readonly after: Overlay;
}

/** Says the first error that was not there before; undefined where there is none. */
export type CheckTypes = (check: TypeCheck) => string | undefined;
