import type { ReportStats } from '../model/report.ts';
import type { ProjectSizes } from '../session/sizes.ts';
import type { WorkspaceHost } from '../workspace/host.ts';

/** What `--stats` tells of a run. */
export function statsOf(
  host: WorkspaceHost,
  sizes: ProjectSizes,
  engine: string | undefined,
  started: number,
): ReportStats {
  const known = host.stages.reduce((sum, [, time]) => sum + time, 0);
  return {
    ...sizes,
    fromCache: host.counts.fromCache,
    threads: host.counts.threads,
    engine: engine ?? 'default',
    stages: [...host.stages, ['link and judge', performance.now() - started - known]],
    // In KiB on every platform.
    peakMemory: process.resourceUsage().maxRSS * 1024,
  };
}
