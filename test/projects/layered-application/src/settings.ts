import { readFileSync } from 'node:fs';

export interface Settings {
  port: number;
  dir: string;
}

export const loadSettings = (): Settings => JSON.parse(readFileSync('settings.json', 'utf8'));
