import type { Context } from '../../../kit/context.ts'

/** A value as the model remembers it. */
export const shareToken = (ctx: Context, field: string, text: string) => ctx.keys.searchToken(`share ${field} ${text}`)
