import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { At } from '../../../kit/text.ts'
import { changeSettings, readSettings, type Section } from '../settings.ts'
import { type KeptDays, SHORTENS_AFTER_DAYS } from './contract.ts'

const Days = z.object({
  keepDays: z.int().nullable().default(null),
  startsAt: At.nullable().default(null),
  /** What counts until then. */
  formerDays: z.int().nullable().default(null),
})

/** For how many days a business keeps something that is deleted by its age. */
export interface Keeping {
  /** Of its section of the settings. */
  readonly name: string
  /** While the business has decided nothing. */
  readonly usualDays: number
}

const sectionOf = ({ name }: Keeping): Section<typeof Days> => ({ name, schema: Days })

export async function readKeptDays(ctx: Context, keeping: Keeping): Promise<z.output<typeof KeptDays>> {
  return shown(ctx, keeping, await readSettings(ctx, sectionOf(keeping)))
}

/** Who takes over an administrator's session cannot let anything go before others notice: meanwhile the former days count. */
export async function changeKeptDays(ctx: Context, keeping: Keeping, keepDays: number | null) {
  const former = await readSettings(ctx, sectionOf(keeping), 'to change')
  const { daysNow, startsAt: pending } = shown(ctx, keeping, former)
  const [days, formerly] = [keepDays ?? keeping.usualDays, former.keepDays ?? keeping.usualDays]
  const later = new Date(ctx.now.getTime() + SHORTENS_AFTER_DAYS * 86_400_000).toISOString()
  const startsAt = days >= daysNow ? null : pending !== null && days >= formerly ? pending : later
  await changeSettings(ctx, sectionOf(keeping), { keepDays, startsAt, formerDays: startsAt === null ? null : daysNow })
  return readKeptDays(ctx, keeping)
}

function shown(ctx: Context, { usualDays }: Keeping, { keepDays, startsAt, formerDays }: z.output<typeof Days>) {
  const pending = startsAt !== null && formerDays !== null && new Date(startsAt) > ctx.now
  return {
    keepDays,
    usualDays,
    daysNow: pending ? formerDays : (keepDays ?? usualDays),
    startsAt: pending ? startsAt : null,
  }
}
