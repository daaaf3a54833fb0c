import { probability } from './model.ts'

/** A threshold and what is expected of it, from the probabilities of the pairs themselves. */
export interface Expected {
  readonly threshold: number
  readonly pairs: number
  readonly precision: number
  readonly recall: number
}

/** The threshold with the best balance of both that is to be expected. Without pairs: even odds. */
export function bestThreshold(bits: Float32Array): Expected {
  const sorted = Float32Array.from(bits).sort().reverse()
  const all = sorted.reduce((sum, score) => sum + probability(score), 0)
  let [found, best] = [0, { threshold: 0, pairs: 0, precision: 0, recall: 0 }]
  let bestF = 0
  for (let n = 0; n < sorted.length; n++) {
    found += probability(sorted[n]!)
    if (sorted[n + 1] === sorted[n]) continue
    const f = (2 * found) / (n + 1 + all)
    if (f < bestF) continue
    bestF = f
    best = { threshold: sorted[n]!, pairs: n + 1, precision: found / (n + 1), recall: found / all }
  }
  return best
}
