import { writeFile, readFile } from 'node:fs/promises';

export async function run() {
	await writeFile('a', 'one');
	if ((await readFile('a')).length > 2) {
		return await readFile('a', 'utf8');
	}
	return '';
}
