import { readFile, access } from 'node:fs/promises';

async function texts<T extends string>(name: T): Promise<Record<T, string>> {
  return { [name]: await readFile(name, 'utf8') } as Record<T, string>;
}

const maybe = async (name: string): Promise<string | false> => (await access(name).then(() => true, () => false)) && (await texts(name))[name]!;

export async function page({ name }: { name: string }) {
  const all = [...(await texts(name))[name]!, await maybe(name)];
  if (await access(name).then(() => true, () => false)) return (await maybe(name)) || all;
  else if (!(await access('other').then(() => true, () => false))) throw new Error(String(await maybe('other')));
  return typeof (await maybe(name)) === 'string' ? { [String(await maybe(name))]: await maybe(name) } : `${await maybe(name)}`;
}
