import fs from 'fs';
export const remove = (path) => fs.unlinkSync(path);
