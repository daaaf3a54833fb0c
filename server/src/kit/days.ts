import { sql as raw } from 'kysely'
import { z } from 'zod'
import type { Context } from './context.ts'
import { PERIOD_BACKWARDS, PERIOD_TOO_LONG } from './problems.ts'
import { At, Day } from './text.ts'

const DAY_MS = 86_400_000
const MOST_DAYS = 400
const USUAL_DAYS = 30

/** From the start of one day to the end of another, in the time zone of the business. */
export const Period = z
  .strictObject({
    from: Day.optional().meta({ description: 'The first day; by default 29 days before the last' }),
    to: Day.optional().meta({ description: 'The last day; default today' }),
  })
  .superRefine(({ from, to }, ctx) => {
    if (from === undefined) return
    const days = (Date.parse(to ?? new Date().toISOString().slice(0, 10)) - Date.parse(from)) / DAY_MS + 1
    // Today may be another date in that time zone.
    if (days < (to === undefined ? 0 : 1))
      ctx.addIssue({ code: 'custom', path: ['from'], params: { code: PERIOD_BACKWARDS } })
    if (days > MOST_DAYS) ctx.addIssue({ code: 'custom', path: ['from'], params: { code: PERIOD_TOO_LONG } })
  })

export const periodShape = { from: z.iso.date(), to: z.iso.date(), timeZone: z.string() }

/** How fresh a count is. */
export const freshShape = {
  asOf: At.meta({ description: 'When it was counted' }),
  exact: z.boolean().meta({ description: 'False while customers from before there were figures are still counted' }),
}
/** Counted from what happened, each time it is asked for. */
export const freshAt = ({ now }: Pick<Context, 'now'>) => ({ asOf: now.toISOString(), exact: true })

export interface Days {
  readonly from: string
  readonly to: string
  readonly timeZone: string
  /** Every one of them, in order. */
  readonly all: readonly string[]
}

export function daysOf(ctx: Context, asked: z.output<typeof Period>, timeZone: string): Days {
  const to = asked.to ?? dayOf(ctx.now, timeZone)
  const from = asked.from ?? new Date(Date.parse(to) - (USUAL_DAYS - 1) * DAY_MS).toISOString().slice(0, 10)
  const all: string[] = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS) all.push(new Date(at).toISOString().slice(0, 10))
  return { from, to, timeZone, all }
}

/** The start and the end of these days as times. */
export const beginOf = ({ from, timeZone }: Days) => raw<Date>`(${from}::date::timestamp at time zone ${timeZone})`
export const endOf = ({ to, timeZone }: Days) => raw<Date>`((${to}::date + 1)::timestamp at time zone ${timeZone})`
/** The date of a time, as `2026-11-21`. */
export const dayIn = (column: string, { timeZone }: Days) =>
  raw<string>`to_char(${raw.ref(column)} at time zone ${timeZone}, 'YYYY-MM-DD')`

export const dayOf = (at: Date, timeZone: string) => formatOf(timeZone).format(at)
const formats = new Map<string, Intl.DateTimeFormat>()
/** Making one takes a hundred times as long as using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const held = formats.get(timeZone)
  if (held) return held
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, made)
  return made
}
