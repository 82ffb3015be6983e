/** More files must not be open at once: some systems allow a process 256. */
const maxOpen = 32;

/** `Promise.all` over the results of `map`, of which only some run at the same time. */
export async function mapLimited<Item, Result>(
  items: readonly Item[],
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const takeTurns = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await map(items[index]!);
  };
  await Promise.all(Array.from({ length: Math.min(maxOpen, items.length) }, takeTurns));
  return results;
}
