import { z } from 'zod'

const Times = z.object({ key: z.string(), times: z.string() })
/** The rule of an entry and the numbers that led to its points; nothing about a person. */
export const Why = z.object({
  rule: z.enum([
    'order',
    'welcome',
    'birthday',
    'by_hand',
    'vested',
    'redeemed',
    'captured',
    'released',
    'timed_out',
    'offline',
    'ended',
    'refunded',
    'cancelled',
    'returned',
    'merged',
    'unmerged',
  ]),
  /** Of the rules of points that held. */
  version: z.int().optional(),
  /** Points for an amount in minor units. */
  rate: z.object({ points: z.int(), per: z.int() }).optional(),
  currency: z.string().optional(),
  counted: z.int().optional(),
  tier: Times.optional(),
  day: Times.optional(),
  lines: z
    .array(z.object({ sku: z.string().nullable(), category: z.string(), amount: z.int(), times: z.string() }))
    .optional(),
  /** Before rounding. */
  exact: z.string().optional(),
  rounding: z.string().optional(),
  /** The most that a day gives, where that was less. */
  capped: z.int().optional(),
  /** Of a refund: so much of so much. */
  part: z.object({ amount: z.int(), of: z.int() }).optional(),
  /** Of what was taken back: what there was no more of. */
  overdrawn: z.int().optional(),
  paidDebt: z.int().optional(),
  /** What a pending award waits for. */
  waits: z.array(z.enum(['delivery', 'sale', 'proof', 'return_window'])).optional(),
  redemption: z.string().optional(),
  /** Of offline points: why they were settled without the order that the till named. */
  without: z.enum(['unknown', 'over', 'worth']).optional(),
})
export type Why = z.output<typeof Why>
