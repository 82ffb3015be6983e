/** Builds `dist/`: what `npx loopwise` runs, and what an editor runs that is started on this folder. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForEditor, bundleForNode, bundleForPanel, nodeEntries, root } from './bundle.ts';

const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
await Promise.all([
  bundleForNode(
    dist,
    { cli: 'src/cli/main.ts', 'judge-worker': 'src/cli/judge-worker.ts', ...nodeEntries },
    'external',
  ),
  bundleForEditor(dist),
  bundleForPanel(dist),
]);
