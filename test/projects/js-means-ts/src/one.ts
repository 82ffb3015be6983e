import { statSync } from 'node:fs';
export const one = () => statSync('1');
