interface Row {
  readonly id: string;
  readonly currency: string;
  readonly amount: number;
}

export async function totals(rows: Row[]) {
  // ok: it is copied once for each currency
  return rows.reduce<Record<string, number[]>>((all, row) => {
    if (!all[row.currency]) return { ...all, [row.currency]: [row.amount] };
    all[row.currency]?.push(row.amount);
    return all;
  }, {});
}

export async function byId(rows: Row[]) {
  return rows.reduce<Record<string, Row>>((all, row) => ({ ...all, [row.id]: row }), {}); // expect: heavy-loop
}
