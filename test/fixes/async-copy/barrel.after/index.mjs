export { load, loadAsync } from './load.mjs';
export { load as read } from './load.mjs';
