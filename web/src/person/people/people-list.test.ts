import { expect, test } from 'vitest'
import type { Customer } from '../../session/session.ts'
import { PAGE } from './pages.ts'
import { type Answer, type Fetch, MOST_PAGES, PeopleList } from './people-list.ts'

const people = (n: number) => Array.from({ length: n }, (_, row) => ({ id: `c${row}` }) as Customer)
const moment = () => new Promise((resolve) => setTimeout(resolve, 0))

/** A server that knows only “after this”, in both orders. */
function serve(everybody: readonly Customer[]) {
  const asked: string[] = []
  const ask: Fetch = async ({ page, side, cursor, limit }) => {
    asked.push(`${side} ${page}`)
    const order = side === 'start' ? everybody : everybody.toReversed()
    const from = cursor === null ? 0 : order.findIndex(({ id }) => id === cursor) + 1
    const items = order.slice(from, from + limit)
    return { items, nextCursor: from + limit < order.length ? items.at(-1)!.id : null, total: everybody.length }
  }
  return { ask, asked }
}
const first = (everybody: readonly Customer[], total: number | null = everybody.length): Answer => ({
  items: everybody.slice(0, PAGE),
  nextCursor: everybody.length > PAGE ? everybody[PAGE - 1]!.id : null,
  total,
})

async function looked(list: PeopleList, row: number): Promise<void> {
  list.look(row, Math.min(row + 14, list.count - 1))
  for (let turn = 0; turn < 2_000 && !list.at(row); turn++) await moment()
}

test('the end is one question away, and the middle is reached from whichever side is nearer', async () => {
  const all = people(10_050)
  const { ask, asked } = serve(all)
  const list = new PeopleList(ask, true)
  list.receive(first(all))
  expect(list.count).toBe(10_050)
  await looked(list, 10_040)
  expect(asked[0]).toBe('end 50')
  expect(list.at(10_049)!.id).toBe('c10049')
  await looked(list, 9_000)
  expect(asked.filter((one) => one.startsWith('start'))).toEqual([])
  expect(list.at(9_001)!.id).toBe('c9001')
  await looked(list, 1_000)
  expect(list.at(1_003)!.id).toBe('c1003')
  expect(asked).toContain('start 5')
})

test('only a few pages are held however far one scrolls, and dropped ones come back', async () => {
  const all = people(12_000)
  const list = new PeopleList(serve(all).ask, true)
  list.receive(first(all))
  const seen = new Set<string>()
  for (let row = 0; row < all.length; row += 100) {
    await looked(list, row)
    for (let at = row; at < row + 100; at++) seen.add(list.at(at)!.id)
    expect(list.held).toBeLessThanOrEqual(MOST_PAGES)
  }
  expect(seen.size).toBe(all.length)
  expect(list.at(0)).toBeNull()
  await looked(list, 0)
  expect(list.at(0)!.id).toBe('c0')
})

test('where both sides meet no customer appears twice, also with new ones meanwhile', async () => {
  const all = people(1_000)
  const { ask } = serve(all)
  const list = new PeopleList(ask, true)
  list.receive(first(all.slice(0, 990), 990))
  await looked(list, 980)
  for (let row = 0; row < 980; row += 100) await looked(list, row)
  await looked(list, 700)
  const shown = Array.from({ length: list.count }, (_, row) => list.at(row)?.id).filter(Boolean)
  expect(new Set(shown).size).toBe(shown.length)
})

test('an uncounted list grows while scrolling, and ends where it ends', async () => {
  const all = people(450)
  const list = new PeopleList(serve(all).ask, false)
  list.receive(first(all, null))
  expect(list.counted).toBe(false)
  for (let row = 0; row < 450; row += 50) await looked(list, row)
  expect(list.count).toBe(450)
})

test('new customers wait until the start is near', async () => {
  const all = people(4_000)
  const list = new PeopleList(serve(all).ask, true)
  list.receive(first(all))
  await looked(list, 3_000)
  const newer = [{ id: 'new' } as Customer, ...all]
  list.receive(first(newer))
  expect(list.at(3_000)!.id).toBe('c3000')
  list.look(0, 14)
  expect(list.at(0)!.id).toBe('new')
})

test('all between two rows are found, loaded or not, and it can be stopped', async () => {
  const all = people(1_500)
  const list = new PeopleList(serve(all).ask, true)
  list.receive(first(all))
  expect((await list.between(150, 1_449)).map(({ id }) => id)).toEqual(all.slice(150, 1_450).map(({ id }) => id))
  const stop = new AbortController()
  await expect(list.between(0, 1_499, stop.signal, () => stop.abort())).rejects.toThrow()
})

test('what fails is said, and tried again when asked', async () => {
  const all = people(1_000)
  const { ask } = serve(all)
  let down = true
  const list = new PeopleList(async (...asked) => (down ? Promise.reject(new Error('no')) : ask(...asked)), true)
  list.receive(first(all))
  list.look(400, 414)
  await moment()
  expect(list.error).toEqual(new Error('no'))
  down = false
  list.retry()
  await looked(list, 400)
  expect(list.error).toBeNull()
})
