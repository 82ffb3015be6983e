import { onThread } from './worker-pool.mjs';

export function computeNamed(orders, customers) {
  return orders.map((order) => customers.filter((one) => one.id > order.id && one.name > order.name).length);
}

export const computeNamedOnThread = onThread(import.meta.url, 'computeNamed');
