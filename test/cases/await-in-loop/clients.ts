import { S3 } from '@aws-sdk/client-s3';
import { PrismaClient } from '@prisma/client';
import axios from 'axios';
import fse from 'fs-extra';
import got from 'got';
import Redis from 'ioredis';
import knex from 'knex';
import { MongoClient } from 'mongodb';
import mongoose from 'mongoose';
import mysql from 'mysql2/promise';
import { Client, Pool } from 'pg';
import { createClient } from 'redis';
import { Sequelize } from 'sequelize';

const prisma = new PrismaClient();
const pool = new Pool();
const db = knex({ client: 'pg' });
const redis = new Redis();
const cache = createClient();
const mongo = new MongoClient('mongodb://db');
const User = mongoose.model('User', new mongoose.Schema({}));
const api = axios.create({ baseURL: 'https://example.org' });
const s3 = new S3({});
const shop = mysql.createPool({});
const Order = new Sequelize('sqlite::memory:').define('order', {});

export async function prismaEach(ids: string[]) {
  const found: unknown[] = [];
  for (const id of ids) found.push(await prisma.user.findUnique({ where: { id } })); // expect: await-in-loop
  return found;
}

export async function inTransaction(ids: string[]) {
  return prisma.$transaction(async (tx) => {
    const found: unknown[] = [];
    for (const id of ids) found.push(await tx.user.findUnique({ where: { id } })); // ok: one connection
    return found;
  });
}

export async function prismaWrites(ids: string[]) {
  for (const id of ids) await prisma.user.update({ where: { id }, data: { seen: true } }); // ok: a write
}

export async function fromPool(ids: string[]) {
  const rows: unknown[] = [];
  for (const id of ids) {
    const result = await pool.query('SELECT name FROM users WHERE id = $1', [id]); // expect: await-in-loop
    rows.push(result.rows[0]);
  }
  return rows;
}

export async function poolWrites(ids: string[]) {
  for (const id of ids) await pool.query('UPDATE users SET seen = true WHERE id = $1', [id]); // ok: a write
}

export async function locking(ids: string[]) {
  for (const id of ids) await pool.query('SELECT * FROM users WHERE id = $1 FOR UPDATE', [id]); // ok: it locks
}

export async function oneConnection(ids: string[]) {
  const client = new Client();
  const rows: unknown[] = [];
  for (const id of ids) rows.push(await client.query('SELECT name FROM users WHERE id = $1', [id])); // ok: one connection
  return rows;
}

export async function taken(ids: string[]) {
  const client = await pool.connect();
  for (const id of ids) await client.query('SELECT name FROM users WHERE id = $1', [id]); // ok: one connection
  client.release();
}

export async function knexEach(ids: string[]) {
  const found: unknown[] = [];
  for (const id of ids) found.push(await db('users').where({ id }).first()); // expect: await-in-loop
  return found;
}

export async function knexWrites(ids: string[]) {
  for (const id of ids) await db('users').where({ id }).update({ seen: true }); // ok: a write
}

export async function knexInserts(names: string[]) {
  for (const name of names) await db('users').insert({ name }); // ok: rows have an order
}

export async function knexTransaction(ids: string[]) {
  await db.transaction(async (trx) => {
    for (const id of ids) await trx('users').where({ id }).first(); // ok: one connection
  });
}

export async function mongooseEach(ids: string[]) {
  const found: unknown[] = [];
  for (const id of ids) found.push(await User.findById(id).lean()); // expect: await-in-loop
  return found;
}

export async function mongooseWrites(ids: string[]) {
  for (const id of ids) await User.updateOne({ id }, { seen: true }); // ok: a write
}

export async function mongoEach(ids: string[]) {
  const users = mongo.db('app').collection('users');
  const found: unknown[] = [];
  for (const id of ids) found.push(await users.findOne({ id })); // expect: await-in-loop
  return found;
}

export async function redisEach(keys: string[]) {
  const found: Record<string, unknown> = {};
  for (const key of keys) found[key] = await redis.get(key); // expect: await-in-loop
  return found;
}

export async function nodeRedisEach(keys: string[]) {
  const found = new Map<string, unknown>();
  for (const key of keys) found.set(key, await cache.get(key)); // expect: await-in-loop
  return found;
}

export async function queued(jobs: string[]) {
  for (const job of jobs) await redis.rpush('jobs', job); // ok: a queue has an order
}

export async function instance(ids: string[]) {
  const users: unknown[] = [];
  for (const id of ids) {
    const { data } = await api.get(`/users/${id}`); // expect: await-in-loop
    users.push(data);
  }
  return users;
}

export async function posted(items: unknown[]) {
  for (const item of items) await api.post('/items', item); // ok: it changes something
}

export async function gotEach(urls: string[]) {
  const found: unknown[] = [];
  for (const url of urls) found.push(await got(url).json()); // expect: await-in-loop
  return found;
}

export async function objects(keys: string[]) {
  const found: unknown[] = [];
  for (const Key of keys) found.push(await s3.getObject({ Bucket: 'b', Key })); // expect: await-in-loop
  return found;
}

export async function fromShop(ids: string[]) {
  const found: unknown[] = [];
  for (const id of ids) {
    const [rows] = await shop.query('SELECT * FROM orders WHERE id = ?', [id]); // expect: await-in-loop
    found.push(rows);
  }
  return found;
}

export async function orders(ids: string[]) {
  const found: unknown[] = [];
  for (const id of ids) found.push(await Order.findByPk(id)); // expect: await-in-loop
  return found;
}

export async function jsonFiles(paths: string[]) {
  const found: unknown[] = [];
  for (const path of paths) found.push(await fse.readJson(path)); // expect: await-in-loop
  return found;
}
