import { MANY } from '../figure.ts'

const PLENTY = 1_000_000

export const outsideIds = (ids: readonly string[]) => ids.map((id) => `cust_${id.replaceAll('-', '')}`)

/** Points for each, no limit that wants a code, and one redemption to copy. */
export async function prepareMembers(url: string, auth: Readonly<Record<string, string>>, members: readonly string[]) {
  const headers = { ...auth, 'content-type': 'application/json' }
  const send = async (method: string, path: string, body: object) => {
    const answer = await fetch(`${url}/api/v1${path}`, { method, headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  }
  await send('PUT', '/settings/loyalty/points', { confirmAbove: null })
  const waiting = outsideIds(members)
  const [first] = waiting
  async function lane() {
    for (let id = waiting.pop(); id; id = waiting.pop())
      await send('POST', `/customers/${id}/loyalty/adjustments`, { points: PLENTY, reason: 'For the bench' })
  }
  await Promise.all(Array.from({ length: MANY }, lane))
  await send('POST', `/customers/${first}/loyalty/redemptions`, { points: 1 })
}
