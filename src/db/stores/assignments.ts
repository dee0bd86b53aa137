/** `{ a: 1, b: undefined, c: null }` -> `a = $3, c = $4` and `[1, null]`: what is `undefined` stays as it is. */
export function assignments(
  columns: Readonly<Record<string, unknown>>,
  firstParameter: number,
): { readonly list: string; readonly values: unknown[] } {
  const changed = Object.entries(columns).filter(([, value]) => value !== undefined);
  const list = changed.map(([column], index) => `${column} = $${firstParameter + index}`).join(', ');
  return { list, values: changed.map(([, value]) => value) };
}
