import type { Milestones } from '../../customers/index.ts'
import type { Flair, FlairRule } from '../catalogue/flairs.ts'
import { monthsLater, wallOf, whenIn } from '../periods/months.ts'

interface Where {
  readonly now: Date
  readonly zone: string
}

/** When a customer earned what a rule is about; null: not yet. What has no time of its own is earned now. */
export function earnedAt(rule: FlairRule, customer: Milestones, { now, zone }: Where): Date | null {
  const past = (at: Date | null) => (at !== null && at <= now ? at : null)
  switch (rule.on) {
    case 'orders':
      return customer.orders >= rule.count ? now : null
    case 'loyalty_tier':
      return customer.loyaltyTier === rule.tier ? now : null
    case 'years':
      return past(monthsLater(customer.createdAt, 12 * rule.count, zone))
    case 'birthday':
      return past(birthdayAfter(customer.birthDate(), customer.createdAt, zone))
  }
}

/** The start of the first birthday after a time; who was born on 29 February has it on the 28th in other years. */
export function birthdayAfter(birthDate: string | null, at: Date, zone: string): Date | null {
  if (birthDate === null) return null
  const [, month = 1, day = 1] = birthDate.split('-').map(Number)
  const { year } = wallOf(at, zone)
  const inYear = (one: number) => {
    const isLeap = new Date(Date.UTC(one, 1, 29)).getUTCDate() === 29
    return whenIn(zone, { year: one, month, day: month === 2 && day === 29 && !isLeap ? 28 : day, ms: 0 })
  }
  const thisYear = inYear(year)
  return thisYear > at ? thisYear : inYear(year + 1)
}

/** Flairs that rules may give. */
export const ruled = (flairs: readonly Flair[]) =>
  flairs.flatMap((flair) => (flair.rule !== null && flair.offered ? [{ ...flair, rule: flair.rule }] : []))
