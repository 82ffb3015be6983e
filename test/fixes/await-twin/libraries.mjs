import bcrypt from 'bcrypt';
import fse, { readJsonSync } from 'fs-extra';
import { globSync } from 'tinyglobby';
import { rimraf } from 'rimraf';
import which from 'which';

export async function build(password) {
  const hash = bcrypt.hashSync(password, 10);
  if (bcrypt.compareSync(password, hash)) fse.outputFileSync('out/a', hash);
  const config = readJsonSync('config.json');
  fse.writeFileSync('b', hash);
  rimraf.sync('out');
  return [config, globSync('*.js'), which.sync('node')];
}
