/** Guards for what comes from another process: small ones, made into larger ones. */
export type Shape<T> = (value: unknown) => value is T;

export const text: Shape<string> = (value): value is string => typeof value === 'string';
export const flag: Shape<boolean> = (value): value is boolean => typeof value === 'boolean';

/** Neither negative nor infinite. */
export const amount: Shape<number> = (value): value is number => Number.isFinite(value) && Number(value) >= 0;

export function oneOf<const T extends string>(...allowed: readonly T[]): Shape<T> {
  return (value): value is T => allowed.some((one) => one === value);
}

export function listOf<T>(item: Shape<T>): Shape<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((one) => item(one));
}

/** Keys that the type allows to be absent may be. */
export type Fields<T> = { readonly [Key in keyof T]-?: Shape<Exclude<T[Key], undefined>> };

/** An object with these fields, of which the optional ones are named; what else it has does not matter. */
export function record<T extends object>(fields: Fields<T>, ...optional: readonly OptionalKeys<T>[]): Shape<T> {
  const mayMiss = new Set<PropertyKey>(optional);
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries<Shape<unknown>>(fields).every(([key, holds]) => {
      const own = (value as Readonly<Record<string, unknown>>)[key];
      return own === undefined ? mayMiss.has(key) : holds(own);
    });
}

type OptionalKeys<T> = { [Key in keyof T]-?: undefined extends T[Key] ? Key : never }[keyof T];

export function anyOf<T extends readonly unknown[]>(
  ...shapes: { readonly [I in keyof T]: Shape<T[I]> }
): Shape<T[number]> {
  return (value): value is T[number] => shapes.some((shape) => shape(value));
}
