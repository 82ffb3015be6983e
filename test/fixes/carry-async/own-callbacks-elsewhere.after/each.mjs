/** Calls a function for each item. */
export const each = async (list, visit) => {
  for (const item of list) await visit(item);
};
