import { extractFacts } from '../../src/languages/javascript/extract.ts';
import { serveExtraction } from '../../src/workspace/extract-server.ts';

/** An extraction worker that some file names bring down. */
serveExtraction((path, source, options) => {
  if (path.includes('crash')) process.exit(3);
  if (path.includes('hang')) for (;;);
  if (path.includes('throw')) throw new Error('out of luck');
  return extractFacts(path, source, options);
});
