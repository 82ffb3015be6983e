/** Calls a function for each item. */
export const each = (list, visit) => {
  for (const item of list) visit(item);
};
