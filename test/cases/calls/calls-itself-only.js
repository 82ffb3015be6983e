import { readFileSync, stat } from 'node:fs';

// No other caller is known than itself: it may be called at any time.
export function findUp(folder, callback) {
  stat(folder, (error) => {
    if (error) return findUp(`${folder}/..`, callback);
    callback(readFileSync(`${folder}/settings.json`)); // expect: blocking-io@warning node:fs.readFileSync
  });
}
