import type { z } from 'zod'
import type { Context } from '../../kit/context.ts'
import type { Input } from '../../kit/endpoint.ts'
import { Unreadable } from '../../kit/sealed.ts'
import { type changeFace as change, type Face, StoredFace } from './contract.ts'
import { tenantDefaults } from './defaults.ts'
import { hoursInWords } from './opening/in-words.ts'
import { openNow } from './opening/open-now.ts'
import { changeSettings, readSettings, type Section } from './settings.ts'

const SECTION: Section<typeof StoredFace> = { name: 'face', schema: StoredFace }

/** Damaged, it is none: sign-in pages and messages do not wait for a logo. */
export async function readFace(ctx: Context): Promise<Face> {
  return withOpening(ctx, await storedFace(ctx))
}

async function storedFace(ctx: Context) {
  try {
    return await readSettings(ctx, SECTION)
  } catch (error) {
    if (error instanceof Unreadable) return StoredFace.parse({})
    throw error
  }
}

async function withOpening(ctx: Context, face: z.output<typeof StoredFace>): Promise<Face> {
  const { schedule } = face
  if (schedule === null) return { ...face, opening: null }
  const { country, timeZone } = await tenantDefaults(ctx)
  const { isOpen, changesAt } = openNow(schedule, timeZone, ctx.now)
  const words = { en: hoursInWords(schedule, 'en', country), ar: hoursInWords(schedule, 'ar', country) }
  return { ...face, opening: { isOpen, changesAt: changesAt?.toISOString() ?? null, timeZone, words } }
}

export async function changeFace(ctx: Context, decided: Input<typeof change>): Promise<Face> {
  const named = Object.fromEntries(Object.entries(decided).filter(([, value]) => value !== undefined))
  return withOpening(ctx, await changeSettings(ctx, SECTION, named))
}
