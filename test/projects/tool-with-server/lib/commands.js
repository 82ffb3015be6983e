import { deployers } from './deploy.js';
import { describe } from './api.js';

export { serve } from './serve.js';

export async function deploy() {
  await deployers.get(process.argv[3])?.push(describe);
}
