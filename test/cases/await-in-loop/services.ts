import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { Client } from '@elastic/elasticsearch';
import { createClient } from '@supabase/supabase-js';
import { Queue } from 'bullmq';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { getFirestore } from 'firebase-admin/firestore';
import _ from 'lodash';
import OpenAI from 'openai';
import Stripe from 'stripe';

// Questions to services, one after another.

const s3 = new S3Client({});

export async function objects(keys: string[]) {
  const found: unknown[] = [];
  for (const Key of keys) {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'b', Key })); // expect: await-in-loop
    found.push(Body);
  }
  return found;
}

export async function putAll(keys: string[]) {
  for (const Key of keys) await s3.send(new PutObjectCommand({ Bucket: 'b', Key })); // ok: it writes, who knows what depends on it
}

export async function whatever(commands: GetObjectCommand[]) {
  for (const command of commands) await s3.send(command); // expect: await-in-loop@information
}

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export async function items(ids: string[]) {
  const found: unknown[] = [];
  for (const id of ids) {
    const { Item } = await table.send(new GetCommand({ TableName: 't', Key: { id } })); // expect: await-in-loop
    found.push(Item);
  }
  return found;
}

export async function counted(ids: string[]) {
  for (const id of ids) await table.send(new UpdateItemCommand({ TableName: 't', Key: { id: { S: id } } })); // ok: it writes
}

const stripe = new Stripe('key');

export async function customers(ids: string[]) {
  const found: unknown[] = [];
  for (const id of ids) found.push(await stripe.customers.retrieve(id)); // expect: await-in-loop
  return found;
}

export async function charged(ids: string[]) {
  for (const id of ids) await stripe.charges.create({ customer: id }); // ok: a payment
}

const openai = new OpenAI();

export async function embeddings(texts: string[]) {
  const found: unknown[] = [];
  for (const input of texts) {
    const { data } = await openai.embeddings.create({ model: 'm', input }); // expect: await-in-loop
    found.push(data[0]);
  }
  return found;
}

export async function conversation(questions: string[]) {
  const messages: object[] = [];
  for (const content of questions) {
    messages.push({ role: 'user', content });
    const answer = await openai.chat.completions.create({ model: 'm', messages }); // ok: each answer hangs on those before
    messages.push(answer.choices[0]!.message);
  }
  return messages;
}

const supabase = createClient('url', 'key');

export async function profiles(ids: string[]) {
  const found: unknown[] = [];
  for (const id of ids) {
    const { data } = await supabase.from('users').select('*').eq('id', id).single(); // expect: await-in-loop
    found.push(data);
  }
  return found;
}

export async function removed(ids: string[]) {
  for (const id of ids) await supabase.from('users').delete().eq('id', id); // ok: it writes
}

const firestore = getFirestore();

export async function snapshots(ids: string[]) {
  const found: unknown[] = [];
  for (const id of ids) {
    const doc = await firestore.collection('users').doc(id).get(); // expect: await-in-loop
    found.push(doc.data());
  }
  return found;
}

const elastic = new Client({ node: 'http://localhost' });

export async function hits(indexes: string[]) {
  const found: unknown[] = [];
  for (const index of indexes) found.push(await elastic.search({ index })); // expect: await-in-loop
  return found;
}

export async function jobs(names: string[]) {
  const found: Record<string, unknown> = {};
  for (const name of names) {
    const queue = new Queue(name);
    found[name] = await queue.getJobCounts(); // ok: a queue is opened
  }
  return found;
}

const mails = new Queue('mails');

export async function states(ids: string[]) {
  const found: unknown[] = [];
  for (const id of ids) found.push(await mails.getJob(id)); // expect: await-in-loop
  return found;
}

// What comes back is looked at.

export async function onlyFiles(folder: string, names: string[]) {
  const found: object[] = [];
  for (const name of names) {
    const stats = await stat(join(folder, name)); // expect: await-in-loop
    if (stats.isFile()) found.push({ name, size: stats.size });
  }
  return found;
}

export async function picked(urls: string[]) {
  const found: object[] = [];
  for (const url of urls) {
    const response = await fetch(url); // expect: await-in-loop
    if (response.headers.get('content-type') !== 'application/json') continue;
    found.push(_.pick(await response.json(), ['id', 'name']));
  }
  return found;
}

export async function oneHash(files: string[]) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(file)); // ok: the order makes the hash
  return hash.digest('hex');
}

export async function oneStream(files: string[], out: NodeJS.WritableStream) {
  for (const file of files) {
    const { size } = await stat(file); // ok: what is written to the stream has an order
    createReadStream(file, { end: size }).pipe(out, { end: false });
  }
}
