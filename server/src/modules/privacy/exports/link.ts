import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { LinkInvalid } from '../refusals.ts'

const VALID_MINUTES = 10
const ALGORITHM = 'HS256'
const TYPE = 'kith-export-link+jwt'

/** The link id of an export; the row stores the last one, and only that is valid. */
const Link = z.object({ exportId: z.uuid(), jti: z.uuid() })

/** Valid for this tenant, this export, the current caller and a few minutes. */
export async function signLink(ctx: Context, exportId: string, linkId: string) {
  const expires = Math.floor(ctx.now.getTime() / 1000) + VALID_MINUTES * 60
  const token = await new SignJWT({ exportId })
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setJti(linkId)
    .setIssuer(issuerOf(ctx))
    .setSubject(ctx.caller.actor)
    .setExpirationTime(expires)
    .sign(secretOf(ctx))
  return { token, expiresAt: new Date(expires * 1000) }
}

/** Resolves a link for the caller, or null. The reason of a null is not revealed. */
export async function readLink(ctx: Context, token: string): Promise<{ exportId: string; linkId: string }> {
  const checked = await jwtVerify(token, secretOf(ctx), {
    algorithms: [ALGORITHM],
    typ: TYPE,
    issuer: issuerOf(ctx),
    subject: ctx.caller.actor,
    requiredClaims: ['exp'],
    currentDate: ctx.now,
  }).catch(() => null)
  const said = Link.safeParse(checked?.payload)
  if (!said.success) throw LinkInvalid()
  return { exportId: said.data.exportId, linkId: said.data.jti }
}

const issuerOf = ({ tenant }: Context) => `urn:kith:tenant:${tenant}`
const secretOf = ({ keys }: Context) => keys.digest('privacy export link', 'signing key')
