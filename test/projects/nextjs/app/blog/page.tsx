import { load } from '../../lib/posts';

export default async function Page() {
  const posts = load(); // expect: blocking-io node:fs.readFileSync
  return <ul>{posts.map((post: string) => <li key={post}>{post}</li>)}</ul>;
}
