import { extractSource, prepareSources } from '../session/languages.ts';
import { serveExtraction } from '../workspace/extract-server.ts';

/** What runs on the extraction threads. */
await serveExtraction(extractSource, prepareSources);
