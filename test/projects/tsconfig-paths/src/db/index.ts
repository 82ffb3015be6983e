import Database from 'better-sqlite3';
const database = new Database('app.db');
export default { all: () => database.prepare('select 1').all() };
