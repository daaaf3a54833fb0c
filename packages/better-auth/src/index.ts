import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { deleteSessionCookie, setCookieCache } from 'better-auth/cookies'
import { type Auth, CUSTOMER_SUSPENDED, KITH_REFUSED, type KithPluginOptions, linkage, type Refused } from './link.ts'

export { endSessionsOf } from './end-sessions.ts'
export type { KithPluginOptions } from './link.ts'

/** What a change of a user may tell Kith. */
const CONTACTS = ['email', 'emailVerified', 'phoneNumber', 'phoneNumberVerified']

/** Each user of Better Auth is a login of a customer in Kith. Put it last among the plugins. */
export function kith(options: KithPluginOptions) {
  const { link, begin } = linkage(options)
  const changes = new WeakSet<object>()
  return {
    id: 'kith',
    schema: {
      user: {
        fields: {
          customerId: { type: 'string', required: false, input: false },
          /** The token of a guest whose cart has not been joined yet. */
          kithGuest: { type: 'string', required: false, input: false, returned: false },
        },
      },
    },
    // Hooks `after` run behind the commit: what is lost there is made up for at the next sign-in.
    init: () => ({
      options: {
        databaseHooks: {
          user: {
            create: {
              async after(user, auth) {
                if (auth) await begin(auth, user)
              },
            },
            update: {
              async before(change, auth) {
                if (auth && CONTACTS.some((field) => field in change)) changes.add(auth.context)
              },
              async after(user, auth) {
                if (auth && changes.delete(auth.context)) await link(auth, user.id)
              },
            },
            delete: {
              /** An anonymous user who has signed in goes, and leaves the cart to the user who stays. */
              async after(user, auth) {
                const stays = auth?.context.newSession?.user.id
                if (auth && stays && stays !== user.id) await link(auth, stays, guestOf(user))
              },
            },
          },
        },
      },
    }),
    hooks: {
      after: [
        {
          matcher: ({ context }) => context.newSession !== null,
          handler: createAuthMiddleware(async (auth) => {
            const session = auth.context.newSession!
            const linked = await link(auth, session.user.id, auth.getCookie(options.guestCookie ?? 'kith_guest'))
            if (linked === CUSTOMER_SUSPENDED || linked === KITH_REFUSED)
              return refuse(auth, session.session.token, linked)
            if (linked === null || session.user['customerId'] === linked) return
            session.user['customerId'] = linked
            await setCookieCache(auth, session, auth.body?.rememberMe === false)
          }),
        },
      ],
    },
    $ERROR_CODES: { CUSTOMER_SUSPENDED, KITH_REFUSED },
  } satisfies BetterAuthPlugin
}

async function refuse(
  auth: Auth & Parameters<typeof deleteSessionCookie>[0],
  token: string,
  why: Refused,
): Promise<never> {
  await auth.context.internalAdapter.deleteSession(token)
  deleteSessionCookie(auth)
  throw APIError.from('FORBIDDEN', why)
}

const guestOf = (user: object) => ('kithGuest' in user && typeof user.kithGuest === 'string' ? user.kithGuest : null)
