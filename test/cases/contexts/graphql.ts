import { ApolloServer } from '@apollo/server';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { readFileSync, readdirSync } from 'node:fs';

const typeDefs = readFileSync('schema.graphql', 'utf8'); // ok: start-up

const resolvers = {
  Query: {
    posts: () => readdirSync('posts'), // expect: blocking-io node:fs.readdirSync
    post(_parent: unknown, { id }: { id: string }) {
      return readPost(id); // expect: blocking-io node:fs.readFileSync
    },
  },
  Post: {
    body: async (post: { id: string }) => readFileSync(`posts/${post.id}`, 'utf8'), // expect: blocking-io node:fs.readFileSync
  },
};

function readPost(id: string) {
  return JSON.parse(readFileSync(`posts/${id}.json`, 'utf8'));
}

export const server = new ApolloServer({ typeDefs, resolvers });

export const schema = makeExecutableSchema({
  typeDefs,
  resolvers: { Query: { head: () => readFileSync('HEAD', 'utf8') } }, // expect: blocking-io node:fs.readFileSync
});
