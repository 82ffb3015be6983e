export { default as read, put as write } from './read.mjs';
