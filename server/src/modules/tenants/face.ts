import type { Context } from '../../kit/context.ts'
import type { Input } from '../../kit/endpoint.ts'
import { Unreadable } from '../../kit/sealed.ts'
import { type changeFace as change, Face } from './contract.ts'
import { changeSettings, readSettings, type Section } from './settings.ts'

const SECTION: Section<typeof Face> = { name: 'face', schema: Face }

/** Damaged, it is none: sign-in pages and messages do not wait for a logo. */
export async function readFace(ctx: Context): Promise<Face> {
  try {
    return await readSettings(ctx, SECTION)
  } catch (error) {
    if (error instanceof Unreadable) return Face.parse({})
    throw error
  }
}

export async function changeFace(ctx: Context, decided: Input<typeof change>): Promise<Face> {
  const named = Object.fromEntries(Object.entries(decided).filter(([, value]) => value !== undefined))
  return changeSettings(ctx, SECTION, named)
}
