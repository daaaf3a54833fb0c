import type { Trained } from '../model/train.ts'
import type { Columns } from '../records/columns.ts'
import { levelling } from '../records/levels.ts'
import { type FoundPairs, foundPairs } from './found.ts'
import { eachPair, type Passes } from './passes.ts'
import { scanning } from './scan.ts'

export interface Look {
  readonly passes: Passes
  readonly trained: Pick<Trained, 'model' | 'shares'>
  /** In bits: pairs below are not kept. */
  readonly least: number
}
export interface Looked {
  readonly pairs: FoundPairs
  readonly compared: number
}

/** Looks through one pass after the other, as `next` says, and keeps what may be one person. */
export function looking(columns: Columns) {
  const leveller = levelling(columns)
  return async ({ passes, trained, least }: Look, next: () => Promise<number> | number): Promise<Looked> => {
    const { againstStrangers, levels, weights } = scanning(columns, leveller, trained, least)
    const found = foundPairs(leveller.fields)
    let compared = 0
    for (let pass = await next(); pass < passes.names.length; pass = await next()) {
      eachPair(passes, pass, (one, other) => {
        compared++
        if (againstStrangers(one, other) >= least) found.add(one, other, levels, weights.total)
      })
    }
    return { pairs: found.done(1), compared }
  }
}
