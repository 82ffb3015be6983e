export { settings } from './api.js';
