import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import { ROLES } from '../../../permissions.ts'
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
const NOT_SHARED = { shared: false, own: true, damaged: false }
const views = async (as: Speaker) => (await as.call(api.listViews, {})).body.items

describe('a saved view', () => {
  test('comes back as it was saved, is replaced, and goes', async () => {
    const key = await shop.with('customers:read')
    const { status, body } = await save(key)
    expect(status).toBe(201)
    expect(await views(key)).toEqual([{ id: body.id, ...VIEW, ...NOT_SHARED }])
    const facts = { restricted: true, ordered: false, severalLogins: false, spentFrom: '100', sinceDays: 30 }
    const wider = { ...VIEW, name: 'To call', filter: { verified: false, ...facts } }
    expect((await key.call(api.replaceView, { viewId: body.id, ...wider } as never)).body).toEqual({
      id: body.id,
      ...wider,
      ...NOT_SHARED,
    })
    expect(await views(key)).toEqual([{ id: body.id, ...wider, ...NOT_SHARED }])
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

  test('that is shared is in the list of all colleagues, behind their own, and in no list of a neighbour', async () => {
    const own = await aTenant(world)
    const [manager, cashier] = [await own.with('customers:read', 'views:share'), await own.with('customers:read')]
    const { body } = await save(manager, { shared: true })
    expect(body).toMatchObject({ shared: true, own: true })
    await save(manager, { name: 'For me alone' })
    const { id: mine } = (await save(cashier)).body
    expect(await views(cashier)).toEqual([
      { id: mine, ...VIEW, ...NOT_SHARED },
      { id: body.id, ...VIEW, shared: true, own: false, damaged: false },
    ])
    expect((await views(rival)).filter(({ shared }: { shared: boolean }) => shared)).toEqual([])
    expect((await rival.call(api.deleteView, { viewId: body.id })).status).toBe(404)
    // Replaced without a word about it, it stays shared; taken back, it is gone for others.
    expect((await manager.call(api.replaceView, { viewId: body.id, ...VIEW } as never)).body.shared).toBe(true)
    await manager.call(api.replaceView, { viewId: body.id, ...VIEW, shared: false } as never)
    expect(await views(cashier)).toEqual([{ id: mine, ...VIEW, ...NOT_SHARED }])
  })

  test('is shared, and when it is shared changed, only with the permission to share', async () => {
    const own = await aTenant(world)
    const [manager, colleague] = [await own.with(...ROLES.manager), await own.with(...ROLES.manager)]
    const cashier = await own.with(...ROLES.cashier)
    const needs = { status: 403, body: { code: 'forbidden', needs: 'views:share' } }
    expect(await save(cashier, { shared: true })).toMatchObject(needs)
    const { id: alone } = (await save(cashier)).body
    expect(await cashier.call(api.replaceView, { viewId: alone, ...VIEW, shared: true } as never)).toMatchObject(needs)
    const { id: viewId } = (await save(manager, { shared: true })).body
    expect(await cashier.call(api.replaceView, { viewId, ...VIEW } as never)).toMatchObject(needs)
    expect(await cashier.call(api.deleteView, { viewId })).toMatchObject(needs)
    // Of another, and not shared.
    expect((await colleague.call(api.deleteView, { viewId: alone })).status).toBe(404)
    const renamed = { ...VIEW, name: 'Renamed by a colleague' }
    expect((await colleague.call(api.replaceView, { viewId, ...renamed } as never)).body).toMatchObject({ own: false })
    expect(await views(manager)).toEqual([{ id: viewId, ...renamed, shared: true, own: true, damaged: false }])
    expect((await colleague.call(api.deleteView, { viewId })).status).toBe(200)
    expect(await views(manager)).toEqual([])
  })

  test('that stays shared is changed only with the permission to share, by its owner too, who may take it back', async () => {
    const own = await aTenant(world)
    const cashier = await own.with(...ROLES.cashier)
    const { id: viewId } = (await save(cashier)).body
    // As of one who had the permission.
    await world.owner.query('update customer_views set shared = true where tenant_id = $1', [own.id])
    const needs = { status: 403, body: { code: 'forbidden', needs: 'views:share' } }
    expect(await cashier.call(api.replaceView, { viewId, ...VIEW } as never)).toMatchObject(needs)
    expect(await cashier.call(api.replaceView, { viewId, ...VIEW, shared: true } as never)).toMatchObject(needs)
    const alone = await cashier.call(api.replaceView, { viewId, ...VIEW, shared: false } as never)
    expect(alone).toMatchObject({ status: 200, body: { shared: false } })
    expect((await cashier.call(api.replaceView, { viewId, ...VIEW } as never)).status).toBe(200)
  })

  test('has a unique name also when several get it at once', async () => {
    const key = await shop.with('customers:read')
    const ids: string[] = []
    for (let n = 0; n < 8; n++) ids.push((await save(key, { name: `Before ${n}` })).body.id)
    const rename = (viewId: string) => key.call(api.replaceView, { viewId, ...VIEW, name: 'After' } as never)
    const answers = await Promise.all(ids.map(rename))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...ids.slice(1).map(() => 409)])
  })

  test('of another is not called one of the caller when its name is taken', async () => {
    const own = await aTenant(world)
    const [manager, colleague] = [await own.with(...ROLES.manager), await own.with(...ROLES.manager)]
    const { id: viewId } = (await save(manager, { name: 'For all', shared: true })).body
    await save(manager)
    expect(await colleague.call(api.replaceView, { viewId, ...VIEW } as never)).toMatchObject({
      status: 409,
      body: { code: 'customer_view.owner_has_name' },
    })
  })

  test('is in the audit trail when what everyone sees changes, without its name', async () => {
    const own = await aTenant(world)
    const [manager, colleague] = [await own.with(...ROLES.manager), await own.with(...ROLES.manager)]
    await save(manager, { name: 'For me alone' })
    const { id: viewId } = (await save(manager, { shared: true })).body
    await colleague.call(api.replaceView, { viewId, ...VIEW, name: 'Renamed' } as never)
    await colleague.call(api.replaceView, { viewId, ...VIEW, shared: false } as never)
    await manager.call(api.replaceView, { viewId, ...VIEW, shared: true } as never)
    await colleague.call(api.deleteView, { viewId })
    const { items } = (await own.request('GET', '/api/v1/audit')).body
    const told = items.filter(({ action }: { action: string }) => action.startsWith('customer_view.'))
    expect(told.map(({ action }: { action: string }) => action).reverse()).toEqual(
      ['shared', 'changed', 'unshared', 'shared', 'deleted'].map((done) => `customer_view.${done}`),
    )
    expect(JSON.stringify(told)).not.toContain('Renamed')
    expect(told.every(({ after }: { after: { id: string } }) => after.id === viewId)).toBe(true)
  })

  test('is shared up to a limit for the whole business, also when many are shared at once', async () => {
    const own = await aTenant(world)
    const keys = await Promise.all([1, 2].map(() => own.with('customers:read', 'views:share')))
    const answers = await Promise.all(
      keys.flatMap((key, which) =>
        Array.from({ length: api.MOST_VIEWS }, (_, n) => save(key, { name: `View ${which} ${n}`, shared: true })),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(api.MOST_SHARED_VIEWS)
    expect(answers.find(({ status }) => status !== 201)).toMatchObject({
      status: 409,
      body: { code: 'customer_view.too_many_shared' },
    })
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
