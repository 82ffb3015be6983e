import { load } from '../lib/posts';

export async function getServerSideProps() {
  return { props: { posts: load() } }; // expect: blocking-io node:fs.readFileSync
}

export default function About({ posts }: { posts: string[] }) {
  return <p>{posts.length}</p>;
}
