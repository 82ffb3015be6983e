export * from './a';
export * as disk from './disk';
export { read as slurp, default as wipe } from './disk';
export { default } from './disk';
