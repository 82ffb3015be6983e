import { writeFile, readFile } from 'node:fs/promises';

export async function run() {
  await writeFile('a', '1');
  await writeFile('b', '22');
  return await ['a', 'b'].reduce(async (sizesPromise, name) => {
    const sizes = await sizesPromise;
    return { ...sizes, [name]: (await readFile(name)).length };
  }, {});
}
