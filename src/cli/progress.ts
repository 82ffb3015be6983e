/** Shows how far the audit is. */
export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

const silent: Progress = { update: () => undefined, stop: () => undefined };

/** A bar on stderr when that is a terminal, else nothing. */
export async function startProgress(): Promise<Progress> {
  if (!process.stderr.isTTY) return silent;
  const { Presets, SingleBar } = (await import('cli-progress')).default;
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} files', clearOnComplete: true, hideCursor: true, stream: process.stderr },
    Presets.shades_grey,
  );
  const release = onSignal(() => bar.stop());
  return {
    update: (done, total) => {
      if (bar.isActive) bar.update(done);
      else bar.start(total, done);
    },
    stop: () => {
      release();
      bar.stop();
    },
  };
}

/** Cleans up (the cursor is hidden), then lets the signal do what it does by default. */
function onSignal(cleanUp: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const handler = (signal: NodeJS.Signals) => {
    cleanUp();
    release();
    process.kill(process.pid, signal);
  };
  const release = () => signals.forEach((signal) => process.removeListener(signal, handler));
  for (const signal of signals) process.on(signal, handler);
  return release;
}
