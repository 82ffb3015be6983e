// A definition is no call (eslint-plugin-n#355).
export function readFileSync(path) {
  return `not the real one: ${path}`;
}

export const execSync = (command) => command.split(' ');

export class Database {
  runSync(sql) {
    return sql;
  }
}

export async function use() {
  new Database().runSync('select 1');
  return readFileSync('a') + execSync('b');
}
