import { statSync } from 'node:fs';

export async function render(template) {
  return template.replace('$size', statSync('template.txt').size); // expect: blocking-io@hint
}
