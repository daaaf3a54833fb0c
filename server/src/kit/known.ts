/** A text of the database that can only be one of these: what its column allows, TypeScript does not know. */
export function known<Value extends string>(values: readonly Value[], found: string): Value {
  const value = values.find((one) => one === found)
  if (value === undefined) throw new Error(`The database holds something else than ${values.join(', ')}`)
  return value
}
