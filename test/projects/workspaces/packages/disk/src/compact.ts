import { readdirSync } from 'node:fs';
export const compact = (dir: string) => readdirSync(dir).length;
