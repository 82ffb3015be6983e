// Lists that grow by kinds, and lists of names.

interface Action {
  readonly id: string;
  readonly type: string;
  readonly values: Readonly<Record<string, string>>;
}

export async function typesOf(actions: Action[]) {
  return actions.reduce<string[]>((types, action) => {
    if (!types.includes(action.type)) types.push(action.type);
    return types;
  }, []);
}

export async function seen(actions: Action[]) {
  const types: string[] = [];
  for (const action of actions) if (!types.includes(action.type)) types.push(action.type);
  return types;
}

export async function distinct(actions: Action[]) {
  const ids: string[] = [];
  for (const action of actions) { // expect: heavy-loop
    if (!ids.includes(action.id)) ids.push(action.id);
  }
  return ids;
}

export async function wanted(actions: Action[], others: string[]) {
  return actions.filter((action) => others.includes(action.type)); // expect: heavy-loop
}

export async function read(widgets: Record<string, unknown>[], names: string[]) {
  const found: unknown[] = [];
  for (const widget of widgets) {
    for (const name of names) if (widget[name]) found.push(widget[name]);
  }
  return found;
}

export async function named(actions: Action[], names: string[]) {
  let count = 0;
  for (const action of actions) { // expect: heavy-loop
    for (const name of names) if (action.id === name) count += 1;
  }
  return count;
}
