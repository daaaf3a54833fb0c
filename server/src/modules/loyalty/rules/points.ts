import { z } from 'zod'
import { Minor } from '../../../kit/money.ts'
import { form } from '../../../kit/text.ts'
import { MULTIPLIER_FORM, TIER_KEY_FORM } from '../problems.ts'

const MOST_POINTS = 10_000_000
/** No customer has more, so that what two of them have is still a number of the columns. */
export const MOST_HELD = 1_000_000_000
export const Points = z.int().min(0).max(MOST_POINTS)
export const SomePoints = z.int().min(1).max(MOST_POINTS)
const SomeMinor = Minor.min(1)
/** What a tier, a category or a day makes of the points: `1.5` is half as many again. */
const Times = form(/^\d{1,2}(?:\.\d{1,2})?$/, MULTIPLIER_FORM).meta({ example: '1.5' })
export const TierKey = form(/^[a-z][a-z0-9_-]{0,39}$/, TIER_KEY_FORM).meta({ example: 'silver' })
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export const ROUNDINGS = ['down', 'nearest', 'up'] as const
export const PENDING = ['at_once', 'delivered', 'return_window'] as const

const fields = {
  earn: z.strictObject({ points: Points, per: SomeMinor }).meta({
    description: 'So many points for each such amount, in minor units of the reporting currency',
  }),
  minimum: Minor.meta({ description: 'An order below this earns nothing' }),
  rounding: z.enum(ROUNDINGS).meta({ description: 'Of the whole order, once' }),
  multipliers: z.strictObject({
    tiers: z.record(TierKey, Times),
    categories: z.record(z.string().min(1).max(80), Times),
    days: z.partialRecord(z.enum(DAYS), Times),
  }),
  capPerDay: SomePoints.nullable().meta({ description: 'The most that the orders of one day earn a customer' }),
  welcome: Points.meta({ description: 'With the first order' }),
  birthday: Points.meta({ description: 'Once a year, with the first order in the week of the birthday' }),
  redeem: z.strictObject({ points: SomePoints, amount: SomeMinor, least: SomePoints }).meta({
    description: 'So many points are worth such an amount; `least`: fewer are not redeemed',
  }),
  expiresAfterMonths: z.int().min(1).max(120).nullable().meta({ description: 'Null: points do not end' }),
  pendingUntil: z.enum(PENDING).meta({
    description: 'When the points of an order can be spent; `return_window`: so many days after it was placed',
  }),
  returnWindowDays: z.int().min(1).max(365),
  provedOnly: z.boolean().meta({
    description: 'Points of a customer without a verified phone or e-mail stay pending until one is verified',
  }),
  confirmAbove: Points.nullable().meta({
    description: 'Redeeming more wants a code or the member’s card. Null: never',
  }),
  reservationMinutes: z.int().min(1).max(1_440),
  offlineAllowance: Points.meta({
    description: 'How many points of a customer all tills together may redeem while they are offline',
  }),
  announceDays: z.int().min(1).max(90).meta({ description: 'How long ahead the end of points is announced' }),
} as const

export const PointRules = z.strictObject(fields).meta({ id: 'PointRules' })
export type PointRules = z.output<typeof PointRules>
/** What is not named stays. */
export const PointRulesChange = z.strictObject(fields).partial()

/** What holds until the business decides; `unit` is one of its currency in minor units. */
export const usualPoints = (unit: number): PointRules => ({
  earn: { points: 1, per: Math.max(unit, 1) },
  minimum: 0,
  rounding: 'down',
  multipliers: { tiers: {}, categories: {}, days: {} },
  capPerDay: null,
  welcome: 0,
  birthday: 0,
  redeem: { points: 100, amount: Math.max(unit, 1), least: 1 },
  expiresAfterMonths: 24,
  pendingUntil: 'at_once',
  returnWindowDays: 14,
  provedOnly: true,
  confirmAbove: 500,
  reservationMinutes: 15,
  offlineAllowance: 200,
  announceDays: 14,
})

/** What points are worth, in minor units; rounded down, so that never more is given than they are worth. */
export const worthOf = (points: number, { redeem }: Pick<PointRules, 'redeem'>): number =>
  Number((BigInt(points) * BigInt(redeem.amount)) / BigInt(redeem.points))

/** The most points that an amount takes. */
export const pointsFor = (amount: number, { redeem }: Pick<PointRules, 'redeem'>): number =>
  Number((BigInt(amount) * BigInt(redeem.points)) / BigInt(redeem.amount))

const weekday = new Map<string, Intl.DateTimeFormat>()
export function dayKey(at: Date, timeZone: string): (typeof DAYS)[number] {
  const format = weekday.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' })
  weekday.set(timeZone, format)
  const day = format.format(at).toLowerCase()
  return DAYS.find((one) => one === day)!
}
