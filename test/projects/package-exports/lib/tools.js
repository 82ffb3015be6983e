import { rmSync } from 'fs';
export const tidy = (path) => rmSync(path);
