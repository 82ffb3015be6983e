import { writeFile, readFile } from "fs/promises";

export async function run() {
  await writeFile("a", "text");
	return await readFile("a", "utf8");
}
