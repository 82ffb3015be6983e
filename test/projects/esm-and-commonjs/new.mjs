import { execSync } from 'node:child_process';
export default () => execSync('ls');
export const named = () => execSync('ls');
