/** Whether `oldest`, as in `3.11`, is a version before 3.`minor`. */
export function isBefore(oldest: string, minor: number): boolean {
  const [major = 3, own = 0] = oldest.split('.').map(Number);
  return major < 3 || (major === 3 && own < minor);
}
