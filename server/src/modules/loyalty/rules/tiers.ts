import { z } from 'zod'
import type { FieldProblem } from '../../../kit/field-problem.ts'
import { Minor } from '../../../kit/money.ts'
import { text } from '../../../kit/text.ts'
import { REPEATED_TIER, TIERS_ASCEND } from '../problems.ts'
import { TierKey } from './points.ts'

const Tier = z.strictObject({
  key: TierKey,
  name: z.strictObject({ en: text(60).meta({ example: 'Silver' }), ar: text(60).meta({ example: 'فضية' }) }),
  from: Minor.meta({
    description: 'What twelve months of spending reach it, in minor units of the reporting currency',
  }),
})
export type Tier = z.output<typeof Tier>
const MOST_TIERS = 12

const fields = {
  /** From the lowest up; every customer has at least the lowest. */
  tiers: z
    .array(Tier)
    .min(1)
    .max(MOST_TIERS)
    .superRefine((tiers, ctx) => {
      const unfit = (index: number, field: string, code: FieldProblem) =>
        ctx.addIssue({ code: 'custom', path: [index, field], params: { code } })
      for (const [index, { key, from }] of tiers.entries()) {
        if (tiers.findIndex((one) => one.key === key) !== index) unfit(index, 'key', REPEATED_TIER)
        if (index === 0 ? from !== 0 : from <= tiers[index - 1]!.from) unfit(index, 'from', TIERS_ASCEND)
      }
    }),
  downgrade: z.enum(['one_step', 'by_value']).meta({ description: 'How far one falls at a review' }),
  graceDays: z.int().min(0).max(366).meta({
    description: 'How long a tier is kept after a review found too little; it is announced when that begins',
  }),
} as const

export const TierProgram = z.strictObject(fields).meta({ id: 'TierProgram' })
export type TierProgram = z.output<typeof TierProgram>
export const TierProgramChange = z.strictObject(fields).partial()

export const usualTiers = (unit: number): TierProgram => ({
  tiers: [
    { key: 'bronze', name: { en: 'Bronze', ar: 'برونزية' }, from: 0 },
    { key: 'silver', name: { en: 'Silver', ar: 'فضية' }, from: 100 * unit },
    { key: 'gold', name: { en: 'Gold', ar: 'ذهبية' }, from: 500 * unit },
  ],
  downgrade: 'one_step',
  graceDays: 30,
})

export const SPENDING_MONTHS = 12

/** By what was spent alone. */
export const earnedTier = ({ tiers }: TierProgram, spent: number): Tier => tiers.findLast(({ from }) => from <= spent)!

const rank = ({ tiers }: TierProgram, key: string | null): number => tiers.findIndex((one) => one.key === key)

/** A tier that the program does not have any more ranks below the lowest. */
export const isAbove = (program: TierProgram, one: string | null, other: string | null): boolean =>
  rank(program, one) > rank(program, other)

export interface Standing {
  readonly tier: string | null
  readonly graceUntil: Date | null
}

/** `raise`, `keep`, `warn` (grace begins), `wait` (grace goes on), `lower`. */
export interface Reviewed {
  readonly verdict: 'raise' | 'keep' | 'warn' | 'wait' | 'lower'
  readonly tier: string
  readonly graceUntil: Date | null
  /** Where it would be when grace is over. */
  readonly falls: string | null
}

/** What a review makes of a standing. */
export function reviewed(program: TierProgram, { tier, graceUntil }: Standing, spent: number, now: Date): Reviewed {
  const reached = earnedTier(program, spent).key
  const at = rank(program, tier)
  const target = rank(program, reached)
  if (target > at) return { verdict: 'raise', tier: reached, graceUntil: null, falls: null }
  if (target === at) return { verdict: 'keep', tier: reached, graceUntil: null, falls: null }
  const falls = program.downgrade === 'one_step' ? program.tiers[at - 1]!.key : reached
  const until = graceUntil ?? new Date(now.getTime() + program.graceDays * DAY_MS)
  if (until <= now) return { verdict: 'lower', tier: falls, graceUntil: null, falls: null }
  return { verdict: graceUntil === null ? 'warn' : 'wait', tier: tier!, graceUntil: until, falls }
}
const DAY_MS = 86_400_000
