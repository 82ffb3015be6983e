import { pbkdf2Sync } from 'node:crypto';
export const hash = (password) => pbkdf2Sync(password, 'salt', 500_000, 64, 'sha512');
