import { Pool } from 'pg';
import { Repository, type DataSource, type QueryRunner } from 'typeorm';
import { drizzle } from 'drizzle-orm/postgres-js';
import { eq } from 'drizzle-orm';
import { createClient } from '@supabase/supabase-js';
import { Kysely } from 'kysely';
import { MongoClient } from 'mongodb';
import type { Cache } from 'cache-manager';
import { globby } from 'globby';
import fg from 'fast-glob';
import { users, posts } from './schema.ts';

// Two questions, through libraries that answer both at once.

const db = drizzle('postgres://localhost/app');

export async function page(id: number) {
  const user = await db.select().from(users).where(eq(users.id, id)); // expect: sequential-awaits
  const mine = await db.select().from(posts).where(eq(posts.author, id)).orderBy(posts.at).limit(10);
  return { user, mine };
}

export async function pageInTransaction(id: number) {
  return db.transaction(async (tx) => {
    const user = await tx.select().from(users).where(eq(users.id, id)); // ok: one connection
    const mine = await tx.select().from(posts).where(eq(posts.author, id));
    return { user, mine };
  });
}

const supabase = createClient('url', 'key');

export async function profile(id: string) {
  const { data: user } = await supabase.from('users').select('*').eq('id', id).single(); // expect: sequential-awaits
  const { data: mine } = await supabase.from('posts').select('*').eq('author', id);
  return { user, mine };
}

const kysely = new Kysely<object>({});

export async function rows(id: string) {
  const user = await kysely.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst(); // expect: sequential-awaits
  const mine = await kysely.selectFrom('posts').select('title').where('author', '=', id).execute();
  return { user, mine };
}

const mongo = new MongoClient('mongodb://localhost').db('app');

export async function documents(id: string) {
  const user = await mongo.collection('users').findOne({ id }); // expect: sequential-awaits
  const mine = await mongo.collection('posts').find({ author: id }).sort({ at: -1 }).toArray();
  return { user, mine };
}

export class Reports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: Repository<object>,
    private readonly cache: Cache,
  ) {}

  async counts(id: string) {
    const person = await this.people.findOneBy({ id }); // expect: sequential-awaits
    const count = await this.dataSource.getRepository(posts).countBy({ author: id });
    return { person, count };
  }

  async countsIn(runner: QueryRunner, id: string) {
    const person = await runner.manager.findOneBy(users, { id }); // ok: one connection
    const count = await runner.manager.countBy(posts, { author: id });
    return { person, count };
  }

  async cached(a: string, b: string) {
    const one = await this.cache.get(a); // expect: sequential-awaits
    const other = await this.cache.get(b);
    return [one, other];
  }
}

const pool = new Pool();

export async function onClient(id: number) {
  const client = await pool.connect();
  const user = await client.query('SELECT * FROM users WHERE id = $1', [id]); // ok: one connection
  const mine = await client.query('SELECT * FROM posts WHERE author = $1', [id]);
  client.release();
  return { user, mine };
}

export async function files(folder: string) {
  const sources = await globby('**/*.ts', { cwd: folder }); // expect: sequential-awaits
  const pages = await fg(['*.md'], { cwd: folder });
  return [sources, pages];
}
