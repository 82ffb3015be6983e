import { readFileSync } from 'node:fs';

export interface Settings {
  port: number;
  database: string;
  covers: string;
  journal: string;
  loanDays: number;
}

// Fine: this runs once, while the program starts and before it serves anyone. Nobody is kept waiting.
export const settings = JSON.parse(readFileSync('data/settings.json', 'utf8')) as Settings;
