import { inject } from 'vitest'

export interface Kith {
  /** Where the server of all journeys is, and its data folder. */
  readonly url: string
  readonly folder: string
  /** This file's own business, furnished like the demo's, and the key of its owner. */
  readonly tenant: { readonly id: string; readonly slug: string }
  readonly apiKey: string
  /** A key that may what this role may. */
  keyOf(role: string): Promise<string>
}
let current: Kith | undefined

/** The server, as this file's own business knows it. */
export const kith = (): Kith => current!

/** A business of their own for the journeys of one file: none sees what another changes. */
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

/** What the server wrote to its log: nothing, when all is well. */
export const serverLog = async (): Promise<string> => (await fetch(inject('journeys').maker)).text()
