import { MOST_LINES, MOST_OF_ONE } from './contract.ts'

interface Counted {
  readonly sku: string
  readonly quantity: number
}

/** For each line of `theirs`: its quantity in `mine` and how many more it takes, within the limits of a cart. */
export function addUp(theirs: readonly Counted[], mine: readonly Counted[]) {
  const quantities = new Map(mine.map(({ sku, quantity }) => [sku, quantity]))
  return theirs.flatMap(({ sku, quantity }) => {
    const had = quantities.get(sku) ?? 0
    const more = had === 0 && quantities.size >= MOST_LINES ? 0 : Math.min(quantity, MOST_OF_ONE - had)
    if (more > 0) quantities.set(sku, had + more)
    return more > 0 ? [{ sku, had, more }] : []
  })
}
