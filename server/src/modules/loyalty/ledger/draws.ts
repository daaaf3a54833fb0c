import type { Award } from './awards.ts'
import { type Owed, owedOf } from './owed.ts'

/** Part of an entry: what it took from an award; what it gave back is negative. */
export interface Draw {
  readonly award: string
  readonly points: number
  readonly redemption: string | null
  /** Unless said, that of the entry. */
  readonly order?: string | null
  readonly paysDebt: boolean
}

interface Drawing {
  readonly draws: Draw[]
  readonly owed: Owed[]
  readonly touched: Set<Award>
}

/** From one award after the other, as far as they reach; returns how many points that was. */
export function draw(drawing: Drawing, awards: readonly Award[], points: number, more: Partial<Draw>): number {
  let wanted = points
  for (const award of awards) {
    if (wanted === 0) break
    const some = Math.min(wanted, award.remaining)
    if (some === 0) continue
    change(drawing, award, some, more)
    wanted -= some
  }
  return points - wanted
}

export const restore = (drawing: Drawing, award: Award, points: number, more: Partial<Draw>): void =>
  change(drawing, award, -points, more)

function change({ draws, owed, touched }: Drawing, award: Award, points: number, more: Partial<Draw>): void {
  award.remaining -= points
  touched.add(award)
  owed.push(owedOf(award, -points))
  draws.push({ award: award.id, points, redemption: null, paysDebt: false, ...more })
}
