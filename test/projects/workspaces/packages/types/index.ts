export interface Options {
  dir: string;
}
