import { readFileSync, writeFileSync } from 'node:fs';

export async function run() {
	writeFileSync('a', 'one');
	if (readFileSync('a').length > 2) {
		return readFileSync('a', 'utf8');
	}
	return '';
}
