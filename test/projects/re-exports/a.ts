export * from './b';
import { helper } from './b';
export const direct = (path: string) => helper(path);
