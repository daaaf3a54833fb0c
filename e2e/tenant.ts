import { inject } from 'vitest'

export interface Kith {
  /** The URL and the data folder of the server of all journeys. */
  readonly url: string
  readonly folder: string
  /** This file's own business, furnished like the demo's, and the key of its owner. */
  readonly tenant: { readonly id: string; readonly slug: string }
  readonly apiKey: string
  /** An API key with this role. */
  keyOf(role: string): Promise<string>
}
let current: Kith | undefined

/** The server, as seen by this file's business. */
export const kith = (): Kith => current!

/** A business for the journeys of one file: none sees another's changes. */
export async function openTenant(people: number): Promise<void> {
  const { url, folder, maker } = inject('journeys')
  const made = await fetch(maker, { method: 'POST', body: JSON.stringify({ people }) })
  const { tenant, apiKey } = (await made.json()) as Pick<Kith, 'tenant' | 'apiKey'>
  async function keyOf(role: string): Promise<string> {
    const answer = await fetch(`${url}/api/v1/api-keys`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: role, role }),
    })
    return ((await answer.json()) as { apiKey: string }).apiKey
  }
  current = { url, folder, tenant, apiKey, keyOf }
}

/** The server's log: empty if all is well. */
export const serverLog = async (): Promise<string> => (await fetch(inject('journeys').maker)).text()
