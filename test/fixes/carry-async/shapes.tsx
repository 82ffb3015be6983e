import { existsSync, readFileSync } from 'node:fs';

function texts<T extends string>(name: T): Record<T, string> {
  return { [name]: readFileSync(name, 'utf8') } as Record<T, string>;
}

const maybe = (name: string): string | false => existsSync(name) && texts(name)[name]!;

export async function page({ name }: { name: string }) {
  const all = [...texts(name)[name]!, maybe(name)];
  if (existsSync(name)) return maybe(name) || all;
  else if (!existsSync('other')) throw new Error(String(maybe('other')));
  return typeof maybe(name) === 'string' ? { [String(maybe(name))]: maybe(name) } : `${maybe(name)}`;
}
