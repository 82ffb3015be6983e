export function each(list, visit) {
  for (const item of list) visit(item);
}

export function later(work) {
  setTimeout(() => work(), 10);
}

export async function inTurn(list, visit) {
  for (const item of list) await visit(item);
}
