import { readFileSync } from 'node:fs';

export async function generateStaticParams() {
  return readFileSync('posts.txt', 'utf8') // expect: blocking-io@hint
    .split('\n')
    .map((slug) => ({ slug }));
}

export default async function Post({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  return <main>{readFileSync(`posts/${slug}.md`, 'utf8')}</main>; // expect: blocking-io@warning
}
