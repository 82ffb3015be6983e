export { default as load, loadAsync } from './load.mjs';
