/** Throws a number in [0, 1), the next one at every call. */
export type Dice = () => number

/** The dice of the n-th person: mulberry32, seeded so that neighbours have nothing in common. */
export function diceOf(n: number): Dice {
  let state = scramble(n)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number spread over 32 bits. */
export function scramble(n: number) {
  let x = Math.imul(n ^ (n >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

export function pick<T>(dice: Dice, list: readonly T[]): T {
  return list[Math.floor(dice() * list.length)]!
}

/** As names are: the front of the list is common, its end is rare, the more so the steeper. */
export function pickCommon<T>(dice: Dice, list: readonly T[], steepness: 1.5 | 2 = 2): T {
  const throwOf = dice()
  const place = steepness === 2 ? throwOf * throwOf : throwOf * Math.sqrt(throwOf)
  return list[Math.floor(place * list.length)]!
}
