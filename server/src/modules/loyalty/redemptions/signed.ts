import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'

/**
 * A note that the server signs for itself and a customer or a till carries: three parts like a JWT, with a type and an
 * audience of its own and an algorithm that no token has, so that nothing takes one for the other.
 */
export interface NoteKind<Claims extends z.ZodObject> {
  readonly typ: string
  readonly claims: Claims
}

const ALGORITHM = 'kith-mac'
const Common = z.object({ aud: z.string(), iat: z.int(), exp: z.int(), jti: z.uuid() })
const LONGEST = 2_000

export function signNote<Claims extends z.ZodObject>(
  ctx: Context,
  kind: NoteKind<Claims>,
  { jti, expires, ...claims }: z.input<Claims> & { readonly jti: string; readonly expires: Date },
): string {
  const whole = { aud: audience(ctx), iat: seconds(ctx.now), exp: seconds(expires), jti, ...claims }
  const content = [{ alg: ALGORITHM, typ: kind.typ }, whole].map(encoded).join('.')
  return `${content}.${macOf(ctx, kind, content).toString('base64url')}`
}

/** Null for what was not signed here, for this tenant and as this kind. Whether it is over is for the caller to say. */
export function readNote<Claims extends z.ZodObject>(ctx: Context, kind: NoteKind<Claims>, written: string) {
  if (written.length > LONGEST) return null
  const [header, body, mac, ...more] = written.split('.')
  if (header === undefined || body === undefined || mac === undefined || more.length > 0) return null
  const said = Buffer.from(mac, 'base64url')
  const due = macOf(ctx, kind, `${header}.${body}`)
  if (said.length !== due.length || !timingSafeEqual(said, due)) return null
  const read = JSON.parse(Buffer.from(body, 'base64url').toString())
  const common = Common.parse(read)
  if (common.aud !== audience(ctx)) return null
  return {
    ...(kind.claims.parse(read) as z.output<Claims>), // What that schema gives.
    jti: common.jti,
    signedAt: new Date(common.iat * 1_000),
    expires: new Date(common.exp * 1_000),
  }
}

const audience = ({ tenant }: Context) => `urn:kith:loyalty:${tenant}`
const macOf = ({ keys }: Context, { typ }: Pick<NoteKind<z.ZodObject>, 'typ'>, content: string) =>
  keys.digest(typ, content)
const seconds = (at: Date) => Math.floor(at.getTime() / 1_000)
const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
