import { aPhone, type Shop, type World } from '../../../test/harness.ts'
import { create } from '../customers/contract.ts'
import { customers } from '../customers/index.ts'
import { readInbox } from '../messages/contract.ts'
import * as api from './contract.ts'
import { consent } from './index.ts'

export const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

export const TEXTS = {
  en: { title: 'Offers', text: 'We may send you offers.' },
  ar: { title: 'العروض', text: 'يجوز لنا إرسال العروض إليك.' },
}

export const publish = async (at: Shop, purpose: string, more: Record<string, unknown> = {}): Promise<api.Document> =>
  (await at.call(api.createDocument, { purpose, texts: TEXTS, ...more })).body

export const aCustomer = async (at: Shop, more: Record<string, unknown> = {}): Promise<string> =>
  (await at.call(create, { type: 'stub', firstName: 'Muna', phone: aPhone(), ...more } as never)).body.id

let mailboxes = 0
export const anEmail = () => `person${mailboxes++}@example.com`

/** With a verified phone and e-mail. */
export const aFullCustomer = (at: Shop, more: Record<string, unknown> = {}) =>
  aCustomer(at, { type: 'full', email: anEmail(), phoneVerified: true, emailVerified: true, ...more })

export const decide = (
  at: Pick<Shop, 'call'>,
  customerId: string,
  purpose: string,
  decision: 'granted' | 'withdrawn',
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
) => at.call(api.decide, { customerId, purpose, decision, source: 'till', ...more } as never, { headers })

/** By purpose, now or then. */
export async function states(at: Shop, customerId: string, when?: string): Promise<Record<string, api.State['state']>> {
  const { body } = await at.call(api.read, { customerId, ...(when && { at: when }) } as never)
  return Object.fromEntries(body.items.map(({ purpose, state }: api.State) => [purpose, state]))
}

/** The links in the e-mails of this address, newest first, as paths. */
export async function linksTo(at: Shop, email: string): Promise<string[]> {
  const { body } = await at.call(readInbox, { to: email, channel: 'email' } as never)
  return body.items.map(({ text }: { text: string }) => pathOf(/https?:\/\/\S+/.exec(text)![0]))
}

export const pathOf = (link: string) => new URL(link).pathname

/** An anonymous browser or mail program. */
export const follow = async (world: World, path: string, init: RequestInit = {}) => {
  const answer = await fetch(world.url + path, { redirect: 'manual', ...init })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
export const press = (world: World, path: string, headers: Record<string, string> = {}) =>
  follow(world, path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: 'List-Unsubscribe=One-Click',
  })

/** Calls the hooks of both modules as a merge does. Returns a function that undoes it. */
export async function merge(at: Shop, from: string, into: string): Promise<() => Promise<void>> {
  const [a, b] = [inner(from), inner(into)]
  const hooks = [customers.personalData, consent.personalData]
  const moved = await at.run(async (ctx) => [
    await hooks[0]!.merge(ctx, a, b, {}),
    await hooks[1]!.merge(ctx, a, b, {}),
  ])
  const stored = JSON.parse(JSON.stringify(moved))
  return () =>
    at.run(async (ctx) => {
      for (const [index, hook] of hooks.entries()) await hook.unmerge(ctx, a, b, stored[index], () => {})
    })
}
