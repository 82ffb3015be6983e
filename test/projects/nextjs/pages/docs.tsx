import fs from 'node:fs';
import { load } from '../lib/posts';

export async function getStaticPaths() {
  return { paths: fs.readdirSync('docs'), fallback: false }; // ok: runs when the site is built
}

export async function getStaticProps() {
  return { props: { posts: load() } }; // ok: runs when the site is built
}

export default function Docs({ posts }: { posts: string[] }) {
  return <p>{posts.length}</p>;
}
