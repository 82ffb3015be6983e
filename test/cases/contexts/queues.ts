import { Worker, Queue } from 'bullmq';
import { Kafka } from 'kafkajs';
import amqp from 'amqplib';
import cron from 'node-cron';
import fs from 'node:fs';
import { gunzipSync } from 'node:zlib';

new Worker('images', async (job) => {
  fs.writeFileSync(job.data.path, job.data.image); // expect: blocking-io node:fs.writeFileSync
});

const worker = new Worker('mail', (job) => send(job.data) as never); // expect: blocking-io node:fs.appendFileSync
worker.on('failed', () => fs.appendFileSync('failed.log', '1')); // expect: blocking-io node:fs.appendFileSync

function send(mail: { to: string }) {
  fs.appendFileSync('outbox', mail.to);
}

const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'a' });
await consumer.run({
  eachMessage: async ({ message }) => {
    gunzipSync(message.value!); // expect: heavy-call node:zlib.gunzipSync
  },
});

const channel = await (await amqp.connect('amqp://localhost')).createChannel();
channel.consume('jobs', (message) => {
  fs.writeFileSync('job', message!.content); // expect: blocking-io node:fs.writeFileSync
});

cron.schedule('* * * * *', () => {
  fs.rmSync('tmp', { recursive: true, force: true }); // expect: blocking-io node:fs.rmSync
});

export const queue = new Queue('images');
