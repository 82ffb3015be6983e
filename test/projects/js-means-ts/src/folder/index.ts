import { statSync } from 'node:fs';
export const six = () => statSync('6');
