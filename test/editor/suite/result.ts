/** How a test in the extension host went. */
export interface SuiteResult {
  readonly path: readonly string[];
  readonly error?: string;
}
