import { InjectModel } from '@nestjs/mongoose';
import { drizzle } from 'drizzle-orm/node-postgres';
import { eq } from 'drizzle-orm';
import { Kysely } from 'kysely';
import mongoose, { Model } from 'mongoose';
import { MongoClient, ObjectId } from 'mongodb';
import { DataSource, Repository } from 'typeorm';
import { users, posts } from './schema.ts';

// Reads through libraries that keep a pool of connections.

export class Reports {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: Repository<object>,
  ) {}

  async byManager(ids: string[]) {
    const found: unknown[] = [];
    for (const id of ids) found.push(await this.dataSource.manager.findOneBy(users, { id })); // expect: await-in-loop
    return found;
  }

  async byRepository(ids: string[]) {
    const found: unknown[] = [];
    const repository = this.dataSource.getRepository(users);
    for (const id of ids) found.push(await repository.findOneBy({ id })); // expect: await-in-loop
    return found;
  }

  async byQuery(ids: string[]) {
    const found: unknown[] = [];
    for (const id of ids) {
      found.push(await this.people.createQueryBuilder('p').where('p.id = :id', { id }).getOne()); // expect: await-in-loop
    }
    return found;
  }

  async inTransaction(ids: string[]) {
    const runner = this.dataSource.createQueryRunner();
    const found: unknown[] = [];
    for (const id of ids) found.push(await runner.manager.findOneBy(users, { id })); // ok: one connection
    return found;
  }

  async inManager(ids: string[]) {
    return this.dataSource.transaction(async (manager) => {
      const found: unknown[] = [];
      for (const id of ids) found.push(await manager.findOneBy(users, { id })); // ok: one connection
      return found;
    });
  }
}

const db = drizzle(process.env.DATABASE_URL!);

export async function authors(ids: number[]) {
  const found: unknown[] = [];
  for (const id of ids) {
    const [author] = await db.select().from(users).where(eq(users.id, id)).limit(1); // expect: await-in-loop
    found.push(author);
  }
  return found;
}

export async function relations(ids: number[]) {
  const found: unknown[] = [];
  for (const id of ids) found.push(await db.query.users.findFirst({ where: eq(users.id, id) })); // expect: await-in-loop
  return found;
}

export async function inTransaction(ids: number[]) {
  await db.transaction(async (tx) => {
    for (const id of ids) await tx.select().from(posts).where(eq(posts.author, id)); // ok: one connection
  });
}

const kysely = new Kysely<object>({});

export async function rows(ids: string[]) {
  const found: unknown[] = [];
  for (const id of ids) {
    found.push(await kysely.selectFrom('users').selectAll().where('id', '=', id).execute()); // expect: await-in-loop
  }
  return found;
}

export async function rowsInTransaction(ids: string[]) {
  await kysely.transaction().execute(async (trx) => {
    for (const id of ids) await trx.selectFrom('users').selectAll().where('id', '=', id).execute(); // ok: one connection
  });
}

const User = mongoose.model('User', new mongoose.Schema({}));

export async function lean(ids: string[]) {
  const found: unknown[] = [];
  for (const id of ids) found.push(await User.findById(id).select('name').lean()); // expect: await-in-loop
  return found;
}

export async function leanInSession(ids: string[], session: mongoose.ClientSession) {
  const found: unknown[] = [];
  for (const id of ids) found.push(await User.findById(id).session(session).lean()); // ok: a session takes one after the other
  return found;
}

export async function optionInSession(ids: string[], session: mongoose.ClientSession) {
  const found: unknown[] = [];
  for (const id of ids) found.push(await User.findById(id, null, { session })); // ok: a session takes one after the other
  return found;
}

export async function saved(ids: string[]) {
  for (const id of ids) {
    const user = await User.findById(id);
    await user?.save(); // ok: it is not known what saving sets going
  }
}

export class Cats {
  constructor(@InjectModel('Cat') private readonly cats: Model<object>) {}

  async all(ids: string[]) {
    const found: unknown[] = [];
    for (const id of ids) found.push(await this.cats.findById(id).exec()); // expect: await-in-loop
    return found;
  }
}

const mongo = new MongoClient('mongodb://localhost').db('app');

export async function documents(ids: string[]) {
  const found: unknown[] = [];
  for (const id of ids) {
    const document = await mongo.collection('users').findOne({ _id: new ObjectId(id) }); // expect: await-in-loop
    if (document) found.push(document);
  }
  return found;
}

export async function cursors(ids: string[]) {
  const found: unknown[] = [];
  for (const id of ids) {
    found.push(await mongo.collection('posts').find({ author: id }).sort({ at: -1 }).limit(5).toArray()); // expect: await-in-loop
  }
  return found;
}

export async function documentsInSession(ids: string[], session: object) {
  const found: unknown[] = [];
  for (const id of ids) found.push(await mongo.collection('users').findOne({ id }, { session })); // ok: a session takes one after the other
  return found;
}
