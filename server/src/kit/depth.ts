/** A body, and so any value of free keys in it, is nested this deep at most: what goes through values may then recurse. */
export const MOST_DEPTH = 20

/** Level by level: what is asked here may be deeper than any stack. */
export function isTooDeep(value: unknown, most = MOST_DEPTH): boolean {
  let level = [value].filter(isNested)
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === most) return true
    level = level.flatMap((one) => Object.values(one).filter(isNested))
  }
  return false
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null
