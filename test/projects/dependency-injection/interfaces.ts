export interface Disk {
  read(path: string): string;
}
export const DISK = Symbol('disk');
