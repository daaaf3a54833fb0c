import type { Context } from '../../kit/context.ts'
import type { Contact } from './contact.ts'
import type { Purpose } from './purposes.ts'

/** Digest of the handle. */
export const handleDigest = (ctx: Context, handle: string) => ctx.keys.digest('verification handle', handle)

/** Bound to the whole context: the same digits for another phone or purpose have another digest. */
export const codeDigest = (ctx: Context, { type, value, purpose }: Contact & { purpose: Purpose }, code: string) =>
  ctx.keys.digest('verification code', JSON.stringify([type, value, purpose, code]))
