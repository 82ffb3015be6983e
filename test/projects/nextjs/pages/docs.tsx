import fs from 'node:fs';
import { load } from '../lib/posts';

// False alarms: both run when the site is built.
export async function getStaticPaths() {
  return { paths: fs.readdirSync('docs'), fallback: false }; // expect: blocking-io
}

export async function getStaticProps() {
  return { props: { posts: load() } }; // expect: blocking-io
}

export default function Docs({ posts }: { posts: string[] }) {
  return <p>{posts.length}</p>;
}
