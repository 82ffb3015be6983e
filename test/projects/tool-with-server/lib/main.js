export { settings } from './api.js';
export { check } from './commands/check.js';
