/** The maximum nesting of a body, and so of free keys in it: code that goes through values may recurse. */
export const MOST_DEPTH = 20

/** Level by level, because the value may be deeper than the stack. */
export function isTooDeep(value: unknown, most = MOST_DEPTH): boolean {
  let level = [value].filter(isNested)
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === most) return true
    level = level.flatMap((one) => Object.values(one).filter(isNested))
  }
  return false
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null
