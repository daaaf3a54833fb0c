import { type Kith, KithRefusal } from '@kith/sdk'
import type { GenericEndpointContext, User } from 'better-auth'
import { namesOf } from './names.ts'

export interface KithPluginOptions {
  /** With an API key that has `customers:import`. */
  readonly kith: Pick<Kith, 'accounts'>
  /** The name of this application in Kith; it must not change. */
  readonly system?: string
  /** How long a sign-in waits for Kith; then it goes on without. */
  readonly patienceMs?: number
  /** The cookie with the token of a guest that the application has begun in Kith itself. */
  readonly guestCookie?: string
}

export type Auth = Pick<GenericEndpointContext, 'context'>

export const CUSTOMER_SUSPENDED = { code: 'CUSTOMER_SUSPENDED', message: 'This customer is suspended.' } as const
/** Kith does not let this application speak for its logins: waiting or trying again does not help. */
export const KITH_REFUSED = { code: 'KITH_REFUSED', message: 'Signing in is not possible here at the moment.' } as const
const SUSPENDED = 'auth.blocked'

interface KithUser extends User {
  readonly isAnonymous?: boolean | null
  readonly phoneNumber?: string | null
  readonly phoneNumberVerified?: boolean | null
  readonly customerId?: string | null
  readonly kithGuest?: string | null
}

const NOT_ALLOWED = [401, 403]

/** The customer of the user; null while Kith does not know. */
type Linked = string | Refused | null
export type Refused = typeof CUSTOMER_SUSPENDED | typeof KITH_REFUSED

export function linkage({ kith, system = 'better-auth', patienceMs = 3_000 }: KithPluginOptions) {
  /** Of this request: the user was linked, and with which guest. */
  const done = new WeakMap<object, { readonly userId: string; readonly linked: Linked }>()
  const inTime = () => ({ signal: AbortSignal.timeout(patienceMs) })

  /** Tells Kith who signs in, again and again: the same user is the same customer, also after a hook was lost. */
  async function link({ context }: Auth, userId: string, guest: string | null = null): Promise<Linked> {
    const before = done.get(context)
    if (!guest && before?.userId === userId) return before.linked
    const { internalAdapter } = context
    // Kept until it is joined: the anonymous user is gone by then.
    if (guest) await internalAdapter.updateUser(userId, { kithGuest: guest })
    const user: KithUser | null = await internalAdapter.findUserById(userId)
    if (!user || isGuest(user)) return user?.customerId ?? null
    const linked = await told(context, user, async () => {
      const { customerId } = await kith.accounts.linkLogin(loginOf(user), inTime())
      if (user.customerId !== customerId || user.kithGuest)
        await internalAdapter.updateUser(userId, { customerId, kithGuest: null })
      return customerId
    })
    done.set(context, { userId, linked })
    return linked
  }

  /** A new user; an anonymous one becomes a guest, who may have a cart. */
  async function begin(auth: Auth, user: KithUser): Promise<void> {
    if (!isGuest(user)) return void (await link(auth, user.id))
    const linked = await told(auth.context, user, async () => {
      const { customerId, guestToken } = await kith.accounts.beginGuest({}, inTime())
      await auth.context.internalAdapter.updateUser(user.id, { customerId, kithGuest: guestToken })
      return customerId
    })
    done.set(auth.context, { userId: user.id, linked })
  }

  const loginOf = (user: KithUser) => ({
    ...{ system, subject: user.id },
    ...namesOf(user),
    ...(user.kithGuest && { guestToken: user.kithGuest }),
    ...(user.emailVerified && { email: user.email, emailVerified: true }),
    ...(user.phoneNumber && user.phoneNumberVerified && { phone: user.phoneNumber, phoneVerified: true }),
  })
  return { link, begin }
}

/** Anonymous, and nothing is verified yet. */
const isGuest = ({ isAnonymous, phoneNumberVerified, emailVerified }: KithUser) =>
  isAnonymous === true && phoneNumberVerified !== true && !emailVerified

/** Better Auth has committed already: an outage must not undo the sign-in, it is made up for at the next one. A refusal would be the same there. */
async function told(context: Auth['context'], user: KithUser, work: () => Promise<string>): Promise<Linked> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof KithRefusal ? error.code : error instanceof Error ? error.name : 'unknown'
    if (code === SUSPENDED) return CUSTOMER_SUSPENDED
    if (error instanceof KithRefusal && NOT_ALLOWED.includes(error.status)) {
      context.logger.error(
        `Kith refuses the API key of this application (${code}); no sign-in succeeds until that is mended.`,
      )
      return KITH_REFUSED
    }
    context.logger.error(`Kith does not know of the login of user ${user.id} yet (${code}); the next sign-in tells it.`)
    return user.customerId ?? null
  }
}
