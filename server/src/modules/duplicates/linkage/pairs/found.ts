/** Pairs as they are found: more room is made when it is needed. */
export function foundPairs(wide: number) {
  let room = 4096
  let [ones, others, levels, bits] = rooms(room, wide)
  let count = 0
  return {
    add(one: number, other: number, how: ArrayLike<number>, score: number): void {
      if (count === room) {
        const before = [ones, others, levels, bits] as const
        room *= 2
        ;[ones, others, levels, bits] = rooms(room, wide)
        ones.set(before[0])
        others.set(before[1])
        levels.set(before[2])
        bits.set(before[3])
      }
      ones[count] = one
      others[count] = other
      bits[count] = score
      for (let k = 0; k < wide; k++) levels[count * wide + k] = how[k]!
      count++
    },
    done: (each: number): FoundPairs => ({
      ones: ones.slice(0, count),
      others: others.slice(0, count),
      levels: levels.slice(0, count * wide),
      bits: bits.slice(0, count),
      each,
    }),
  }
}

export interface FoundPairs {
  readonly ones: Int32Array
  readonly others: Int32Array
  readonly levels: Uint8Array
  /** The scores. */
  readonly bits: Float32Array
  /** How many pairs each speaks for. */
  readonly each: number
}

const rooms = (room: number, wide: number) =>
  [new Int32Array(room), new Int32Array(room), new Uint8Array(room * wide), new Float32Array(room)] as const

export function joinedPairs(all: readonly FoundPairs[]): FoundPairs {
  const sum = (size: (one: FoundPairs) => number) => all.reduce((so, one) => so + size(one), 0)
  const count = sum((one) => one.ones.length)
  const joined = {
    ones: new Int32Array(count),
    others: new Int32Array(count),
    levels: new Uint8Array(sum((one) => one.levels.length)),
    bits: new Float32Array(count),
    each: all[0]?.each ?? 1,
  }
  let [at, levelsAt] = [0, 0]
  for (const one of all) {
    joined.ones.set(one.ones, at)
    joined.others.set(one.others, at)
    joined.bits.set(one.bits, at)
    joined.levels.set(one.levels, levelsAt)
    at += one.ones.length
    levelsAt += one.levels.length
  }
  return joined
}
