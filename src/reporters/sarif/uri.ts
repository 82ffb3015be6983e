/** Percent-encodes a relative path: spaces, `%`, `#` and other alphabets are common in file names. */
export function relativeUri(path: string): string {
  return path.split('/').map(encodeSegment).join('/');
}

/** The `file:` URI of a folder, with the trailing `/` that SARIF asks of a base. */
export function folderUri(path: string): string {
  const segments = path.replaceAll('\\', '/').split('/').filter(Boolean);
  const encoded = segments.map((segment, index) =>
    index === 0 && /^[a-z]:$/i.test(segment) ? segment : encodeSegment(segment),
  );
  return `file:///${encoded.map((segment) => `${segment}/`).join('')}`;
}

function encodeSegment(segment: string): string {
  // A lone surrogate, possible in a Windows file name, has no encoding.
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'));
}
