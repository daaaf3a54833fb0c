/** How pairs and groups agree with the truth. */
export interface Accuracy {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}
export const accuracy = (right: number, found: number, all: number): Accuracy => {
  const [precision, recall] = [found === 0 ? 1 : right / found, all === 0 ? 1 : right / all]
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

/** Pairs that are one person, of all records. */
export function truePairs(truth: readonly string[]): number {
  const sizes = new Map<string, number>()
  for (const person of truth) sizes.set(person, (sizes.get(person) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}

/** Of each record: how much of its group is its person, and how much of its person is in its group (B³). */
export function bCubed(groupOf: ArrayLike<number>, truth: readonly string[]): Accuracy {
  const [groups, people, both] = [new Map<number, number>(), new Map<string, number>(), new Map<string, number>()]
  const count = <K>(map: Map<K, number>, key: K) => map.set(key, (map.get(key) ?? 0) + 1)
  truth.forEach((person, n) => {
    count(groups, groupOf[n]!)
    count(people, person)
    count(both, `${groupOf[n]} ${person}`)
  })
  let [precision, recall] = [0, 0]
  truth.forEach((person, n) => {
    const common = both.get(`${groupOf[n]} ${person}`)!
    precision += common / groups.get(groupOf[n]!)!
    recall += common / people.get(person)!
  })
  const all = Math.max(1, truth.length)
  return accuracy(precision / all, 1, 1).precision === 0
    ? accuracy(0, 1, 1)
    : { precision: precision / all, recall: recall / all, f1: (2 * precision * recall) / (all * (precision + recall)) }
}

/** The threshold at which the pairs agree best with the truth. */
export function bestOf(bits: Float32Array, right: (pair: number) => boolean, all: number) {
  const order = Int32Array.from(bits.keys()).sort((a, b) => bits[b]! - bits[a]!)
  let [found, best, threshold] = [0, accuracy(0, 0, all), Number.POSITIVE_INFINITY]
  order.forEach((pair, n) => {
    if (right(pair)) found++
    if (n + 1 < order.length && bits[order[n + 1]!] === bits[pair]) return
    const here = accuracy(found, n + 1, all)
    if (here.f1 > best.f1) [best, threshold] = [here, bits[pair]!]
  })
  return { ...best, threshold }
}
