import { extractSource } from '../session/languages.ts';
import { serveExtraction } from '../workspace/extract-server.ts';

/** What runs on the extraction threads. */
serveExtraction(extractSource);
