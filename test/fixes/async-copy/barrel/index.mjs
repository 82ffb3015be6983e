export { load } from './load.mjs';
export { load as read } from './load.mjs';
