/** The build of the analyser that is JavaScript only; the main entry starts native programs. */
declare module 'recheck/lib/browser.js' {
  import type { checkSync } from 'recheck';
  const analyser: { readonly checkSync: typeof checkSync };
  export default analyser;
}
