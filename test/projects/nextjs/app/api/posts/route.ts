import { readFileSync, readdirSync } from 'node:fs';
import { NextResponse } from 'next/server';

const index = readdirSync('posts'); // ok: start-up

export function GET() {
  return NextResponse.json(readFileSync('posts.json', 'utf8')); // expect: blocking-io node:fs.readFileSync
}

export async function POST(request: Request) {
  return NextResponse.json([await request.json(), readdirSync('posts'), index]); // expect: blocking-io node:fs.readdirSync
}
