/** A database text with a known set of values: its column has a check constraint that TypeScript cannot see. */
export function known<Value extends string>(values: readonly Value[], found: string): Value
export function known<Value extends string>(values: readonly Value[], found: string | null): Value | null
export function known<Value extends string>(values: readonly Value[], found: string | null): Value | null {
  if (found === null) return null
  const value = values.find((one) => one === found)
  if (value === undefined) throw new Error(`The database holds something else than ${values.join(', ')}`)
  return value
}

/** The keys of a constant. */
export const keysOf = <Key extends string>(constant: { readonly [K in Key]?: unknown }): Key[] =>
  Object.keys(constant) as Key[] // Object.keys() knows only strings; a constant has no keys beyond its type.

/** An object with a value for each of these keys. */
export const eachOf = <const Key extends string, Value>(keys: readonly Key[], find: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, find(key)])) as Record<Key, Value> // fromEntries() forgets the keys.
