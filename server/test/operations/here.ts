import { type Input, type Operation, openKith } from '../../../sdk/src/index.ts'
import { aPerson } from '../../src/modules/accounts/accounts.harness.ts'
import { aWorldWithProviders } from '../../src/modules/accounts/ways-in/provider-sign-in.harness.ts'
import { published } from '../documented/answers.ts'
import type { Json } from '../fuzz/values.ts'
import { aPhone, aTenant, type Shop } from '../harness.ts'

/** How each operation of a module is called so that it succeeds. */
export type Calls<Module extends string> = {
  readonly [Name in Extract<Operation, `${Module}.${string}`>]: Call
}
export type Call = (here: Here) => Promise<unknown>
export type Here = Awaited<ReturnType<typeof openHere>>

/** A shop, another one whose settings may be changed, and the callers of both. */
export async function openHere() {
  const { world, shop, rival, real, crooked } = await aWorldWithProviders()
  const key = openKith({ url: world.url, token: shop.apiKey })
  const as = (token: string) => openKith({ url: world.url, token })
  return {
    world,
    shop,
    rival,
    crooked,
    key,
    rivalKey: openKith({ url: world.url, token: rival.apiKey }),
    /** In an app or a browser, with a header that names the shop. */
    visitor: openKith({ url: world.url, tenant: shop.slug, fetch: fromElsewhere }),
    as,
    async person(at: Shop = shop) {
      const { body, email, customerId } = await aPerson(at)
      return { email, customerId, kith: as(body.accessToken), refreshToken: body.refreshToken as string }
    },
    customer: (more: Partial<Input<'customers.create'>> = {}) =>
      key.customers.create({ ...example('customers.create'), phone: aPhone(), ...more }),
    /** With settings of its own, for an operation that they would be in the way of. */
    async another() {
      const other = await aTenant(world)
      return { shop: other, key: as(other.apiKey) }
    },
    async close() {
      await world.close()
      await real.close()
      await crooked.close()
    },
  }
}

let callers = 0
/** Each visitor from an address of their own: there are limits for one. */
const fromElsewhere: typeof fetch = (url, init) =>
  fetch(url, {
    ...init,
    headers: {
      ...(init?.headers as Record<string, string>),
      'x-forwarded-for': `10.7.${callers >> 8}.${callers++ & 255}`,
    },
  })

const bodies = new Map<string, unknown>(
  Object.values<Json>(published.paths)
    .flatMap((methods) => Object.values<Json>(methods))
    .flatMap(({ operationId, requestBody }) =>
      Object.values<Json>(requestBody?.content ?? {}).map((content) => [operationId, content.example] as const),
    ),
)

/** The body that the document gives as an example; the call adds what is in the path. */
export const example = <Name extends Operation>(name: Name) => bodies.get(name) as Input<Name>
