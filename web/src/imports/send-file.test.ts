import { openKith } from '@kith/sdk'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sendFile } from './send-file.ts'

const ID = '0198c0df-1b4e-7a20-9d6c-2e8f7a104b35'
const MIB = 1024 * 1024

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server that answers each part as it is told; null: the network is away. */
function serverThat(answers: readonly (number | null)[]) {
  const parts: string[] = []
  let n = 0
  const ask = async (input: Parameters<typeof fetch>[0]): Promise<Response> => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, 'http://kith.test')
    if (!pathname.includes('/parts/')) return Response.json({ id: ID }, { status: 201 })
    parts.push(pathname.split('/').at(-1)!)
    const status = answers[n++] ?? 200
    if (status === null) throw new TypeError('refused')
    return Response.json(status === 200 ? { id: ID } : { code: 'import.wrong_state', status, title: 'No' }, { status })
  }
  return { kith: openKith({ url: 'http://kith.test', fetch: ask, longestWaitSeconds: 0 }), parts }
}

const file = new File([new Uint8Array(2 * MIB)], 'people.csv')
const signal = new AbortController().signal

test('a part that failed is sent again, and no part before it', async () => {
  const { kith, parts } = serverThat([200, null, null, 200])
  const sent = sendFile(kith, file, { onSent: () => {}, signal })
  await vi.runAllTimersAsync()
  expect(await sent).toBe(ID)
  expect(parts.filter((part) => part === '1')).toEqual(['1'])
  expect(parts.at(-1)).toBe('2')
})

test('what the server refuses is not sent again', async () => {
  const { kith, parts } = serverThat([409])
  const sent = sendFile(kith, file, { onSent: () => {}, signal })
  const refused = expect(sent).rejects.toMatchObject({ code: 'import.wrong_state' })
  await vi.runAllTimersAsync()
  await refused
  expect(parts).toEqual(['1'])
})
