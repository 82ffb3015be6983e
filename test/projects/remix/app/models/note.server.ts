import fs from 'node:fs';
export const readNote = (id: string) => fs.readFileSync(`notes/${id}`, 'utf8');
export const writeNote = (id: string, text: string) => fs.writeFileSync(`notes/${id}`, text);
