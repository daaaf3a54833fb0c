/** A database text with a known set of values: its column has a check constraint that TypeScript cannot see. */
export function known<Value extends string>(values: readonly Value[], found: string): Value {
  const value = values.find((one) => one === found)
  if (value === undefined) throw new Error(`The database holds something else than ${values.join(', ')}`)
  return value
}
