import { readFileSync } from 'memfs';
import disk from './virtual-disk.js';
import * as storage from '@acme/storage';

// ok: none of these is known to touch the disk, whatever the names say
export async function demo() {
  disk.writeFileSync('/a', 'b');
  storage.syncAllSync();
  return readFileSync('/a', 'utf8');
}
