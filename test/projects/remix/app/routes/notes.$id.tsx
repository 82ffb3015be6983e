import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNote, writeNote } from '../models/note.server';

export function loader({ params }: LoaderFunctionArgs) {
  return json(readNote(params.id!)); // expect: blocking-io node:fs.readFileSync
}

export const action = async ({ request, params }: LoaderFunctionArgs) => {
  const form = await request.formData();
  writeNote(params.id!, String(form.get('text'))); // expect: blocking-io node:fs.writeFileSync
  return null;
};

export default function Note() {
  return <pre>{useLoaderData<typeof loader>()}</pre>;
}
