import { statSync } from 'node:fs';
function four() {
  return statSync('4');
}
export = four;
