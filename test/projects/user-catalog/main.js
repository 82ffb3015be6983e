import { query, queryAsync } from '@acme/native';

export async function report() {
  await queryAsync('select 1');
  return query('select 1'); // expect: blocking-io @acme/native.query
}
