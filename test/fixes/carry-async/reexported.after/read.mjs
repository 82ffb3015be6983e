import { writeFile, readFile } from 'node:fs/promises';

export const put = async (file, text) => await writeFile(file, text);
export default async function read(file) {
  return await readFile(file, 'utf8');
}
