import { statSync } from 'node:fs';
export const two = () => statSync('2');
