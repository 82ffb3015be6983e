export { default as load } from './load.mjs';
