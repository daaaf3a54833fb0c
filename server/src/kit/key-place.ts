import { z } from 'zod'

/** Where a master key is: in the setting itself, in a file, or encrypted under a key that stays in Vault. */
export type KeyPlace = { readonly key: Buffer } | { readonly file: string } | { readonly ciphertext: string }

/** Where the present one may also be: with the database it opens, if that is wanted. */
interface BesideTheData {
  readonly besideTheData: true
}

const WRITTEN = /^(?:[0-9a-f]{64}|[A-Za-z0-9+/]{43}=?)$/

/** 32 random bytes; undefined where they are not. In a file the hex digits may also be capitals. */
export function keyOf(given: string): Buffer | undefined {
  const text = /^[0-9A-F]{64}$/i.test(given) ? given.toLowerCase() : given
  if (!WRITTEN.test(text)) return undefined
  const key = Buffer.from(text, text.length === 64 ? 'hex' : 'base64')
  return key.length === 32 && new Set(key).size >= 12 ? key : undefined
}

const FORM = 'must be 32 random bytes as 64 hex digits or base64'

/** A key that stands in the setting itself. */
export const Key = z
  .string()
  .regex(WRITTEN, FORM)
  .transform((text, ctx) => {
    const key = keyOf(text)
    if (key) return key
    ctx.addIssue({ code: 'custom', message: 'is too weak: it must be 32 random bytes' })
    return z.NEVER
  })

/** A key, `file:` and a path, or what Vault's transit engine encrypted. */
export const MasterKeyPlace = z.string().transform(readPlace)

/** Or `data-folder`. */
export const MasterKeyHome = z
  .string()
  .transform((text, ctx): KeyPlace | BesideTheData =>
    text === 'data-folder' ? { besideTheData: true } : readPlace(text, ctx),
  )

function readPlace(text: string, ctx: z.RefinementCtx): KeyPlace {
  if (/^vault:v\d+:.+$/.test(text)) return { ciphertext: text }
  if (/^file:\/./.test(text)) return { file: text.slice('file:'.length) }
  const key = Key.safeParse(text)
  if (key.success) return { key: key.data }
  const more = WRITTEN.test(text) ? '' : ', file:/path/of/it, or vault:v1:… of Vault’s transit engine'
  for (const { message } of key.error.issues) ctx.addIssue({ code: 'custom', message: `${message}${more}` })
  return z.NEVER
}
