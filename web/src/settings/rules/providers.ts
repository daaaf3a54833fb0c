import type { Input, Output } from '@kith/sdk'

export type Provider = Output<'accounts.readOidcSettings'>['providers'][number]
export type Wish = Input<'accounts.changeOidcSettings'>['providers'][number]

/** As they are: the server keeps a secret that is not sent. */
const kept = ({ redirectUris: _, ...provider }: Provider): Wish => provider

export const without = (providers: readonly Provider[], name: string): Wish[] =>
  providers.filter((one) => one.name !== name).map(kept)

/** The whole list, with this one changed or added at its end. */
export function withProvider(providers: readonly Provider[], former: string | null, wish: Wish): Wish[] {
  const all = providers.map((one) => (one.name === former ? wish : kept(one)))
  return former === null ? [...all, wish] : all
}

/** Where it is in the list: the server names the fields that it refuses by that. */
export const placeOf = (providers: readonly Provider[], former: string | null): number =>
  former === null ? providers.length : providers.findIndex(({ name }) => name === former)
