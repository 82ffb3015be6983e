import { readFileSync, writeFileSync } from "fs";

export async function run() {
  writeFileSync("a", "text");
	return readFileSync("a", "utf8");
}
