import type { Context } from '../../kit/context.ts'
import type { Contact } from './contact.ts'
import type { Purpose } from './purposes.ts'

/** Of what the asker shows to be the asker. */
export const handleDigest = (ctx: Context, handle: string) => ctx.keys.digest('verification handle', handle)

/** Bound to everything that the code is for: the same digits for another phone or purpose are another digest. */
export const codeDigest = (ctx: Context, { type, value, purpose }: Contact & { purpose: Purpose }, code: string) =>
  ctx.keys.digest('verification code', JSON.stringify([type, value, purpose, code]))
