import { statSync } from 'node:fs';
export const five = () => statSync('5');
