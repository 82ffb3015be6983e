import { writeFileSync } from 'node:fs';
export const store = (data: { path: string }) => writeFileSync(data.path, '');
