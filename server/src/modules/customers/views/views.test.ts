import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import * as api from '../contract.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  rival = await aTenant(world)
})
afterAll(() => world.close())

const VIEW = {
  name: 'Stubs to call',
  filter: { type: ['stub'] as const, status: ['active'] as const, sort: 'lastSeen' as const, order: 'asc' as const },
  columns: ['name', 'phone'],
}
type Speaker = Pick<Shop, 'call'>
const save = (as: Speaker, change: object = {}) => as.call(api.saveView, { ...VIEW, ...change } as never)
const views = async (as: Speaker) => (await as.call(api.listViews, {})).body.items

describe('a saved view', () => {
  test('comes back as it was saved, is replaced, and goes', async () => {
    const key = await shop.with('customers:read')
    const { status, body } = await save(key)
    expect(status).toBe(201)
    expect(await views(key)).toEqual([{ id: body.id, ...VIEW, damaged: false }])
    const facts = { restricted: true, ordered: false, severalLogins: false, spentFrom: '100', sinceDays: 30 }
    const wider = { ...VIEW, name: 'To call', filter: { verified: false, ...facts } }
    expect((await key.call(api.replaceView, { viewId: body.id, ...wider } as never)).body).toEqual({
      id: body.id,
      ...wider,
      damaged: false,
    })
    expect(await views(key)).toEqual([{ id: body.id, ...wider, damaged: false }])
    expect((await key.call(api.deleteView, { viewId: body.id })).status).toBe(200)
    expect((await key.call(api.deleteView, { viewId: body.id })).status).toBe(404)
    expect(await views(key)).toEqual([])
  })

  test('belongs to one key: another of the same tenant and the neighbour neither see nor touch it', async () => {
    const key = await shop.with('customers:read')
    const { id: viewId } = (await save(key)).body
    for (const other of [await shop.with('customers:read'), shop, rival]) {
      expect(await views(other)).toEqual([])
      expect((await other.call(api.replaceView, { viewId, ...VIEW } as never)).status).toBe(404)
      expect((await other.call(api.deleteView, { viewId })).status).toBe(404)
    }
    expect(await views(key)).toHaveLength(1)
  })

  test('has a unique name, regardless of case', async () => {
    const key = await shop.with('customers:read')
    await save(key)
    const other = (await save(key, { name: 'Another' })).body
    const taken = { status: 409, body: { code: 'customer_view.name_taken' } }
    expect(await save(key, { name: 'STUBS to call' })).toMatchObject(taken)
    expect(await key.call(api.replaceView, { viewId: other.id, ...VIEW } as never)).toMatchObject(taken)
    expect(await views(key)).toHaveLength(2)
  })

  test('is refused with an unknown filter, or when there are too many', async () => {
    const key = await shop.with('customers:read')
    expect((await save(key, { filter: { q: 'Ahmed' } })).status).toBe(422)
    expect((await save(key, { filter: { type: ['king'] } })).status).toBe(422)
    for (let n = 0; n < api.MOST_VIEWS; n++) expect((await save(key, { name: `View ${n}` })).status).toBe(201)
    expect(await save(key, { name: 'One more' })).toMatchObject({ body: { code: 'customer_view.too_many' } })
  })

  test('is refused beyond the limit also when many are saved at once', async () => {
    const key = await shop.with('customers:read')
    const answers = await Promise.all(
      Array.from({ length: api.MOST_VIEWS + 10 }, (_, n) => save(key, { name: `At once ${n}` })),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(api.MOST_VIEWS)
    expect(await views(key)).toHaveLength(api.MOST_VIEWS)
  })

  test('is not stored in clear', async () => {
    await save(await shop.with('customers:read'), { name: 'Zanzibar' })
    const { rows } = await world.owner.query('select * from customer_views')
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows.map((row) => ({ ...row, sealed: row.sealed.toString('latin1') })))).not.toContain(
      'Zanzibar',
    )
  })
})
