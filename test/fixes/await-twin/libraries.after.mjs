import bcrypt from 'bcrypt';
import fse, { readJson } from 'fs-extra';
import { glob } from 'tinyglobby';
import { rimraf } from 'rimraf';
import which from 'which';

export async function build(password) {
  const hash = await bcrypt.hash(password, 10);
  if (await bcrypt.compare(password, hash)) await fse.outputFile('out/a', hash);
  const config = await readJson('config.json');
  await fse.writeFile('b', hash);
  await rimraf('out');
  return [config, await glob('*.js'), await which('node')];
}
