import { readFileSync } from 'node:fs';

export async function getStaticPaths() {
  return { paths: readFileSync('posts.txt', 'utf8').split('\n'), fallback: false }; // expect: blocking-io@hint
}

export async function getStaticProps() {
  return { props: { text: readFileSync('posts.md', 'utf8') } }; // expect: blocking-io@hint
}

export default function Posts({ text }: { text: string }) {
  return <main>{text}</main>;
}
