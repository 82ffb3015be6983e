const MAX_RECENT = 8;

interface Source {
  readonly path: string;
  readonly text: string;
}

/** Reads a source, or hands out what was read of it lately: several findings of a file are looked at one after the other. */
export function rememberingRecent<T extends Source>(
  read: (path: string, text: string) => T | undefined,
): (path: string, text: string) => T | undefined {
  const recent: T[] = [];
  return (path, text) => {
    const known = recent.find((source) => source.path === path && source.text === text);
    if (known) return known;
    const source = read(path, text);
    if (source && recent.unshift(source) > MAX_RECENT) recent.pop();
    return source;
  };
}
