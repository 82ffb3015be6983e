/** What stands behind the last dot of a written chain, or all of it: `close` of `this.server.close`. */
export function lastName(text: string): string {
  return text.slice(text.lastIndexOf('.') + 1);
}
