import type { OpenProject } from './open-folder.ts';

/** Takes files in with what they import, a few levels deep: enough for first answers before everything is indexed. */
export async function takeWithImports({ host, session }: OpenProject, files: readonly string[]): Promise<Set<string>> {
  const changed = new Set<string>();
  let wave = files;
  for (let level = 0; level < 6 && wave.length > 0; level++) {
    for (const file of await session.update(wave.map((file) => ({ file, kind: 'created' })))) changed.add(file);
    const next = new Set<string>();
    for (const file of wave) {
      for (const specifier of session.facts(file)?.imports ?? []) {
        const target = host.resolve(file, specifier);
        if (target.kind === 'file' && !session.facts(target.path)) next.add(target.path);
      }
    }
    wave = [...next].slice(0, 200);
  }
  return changed;
}
