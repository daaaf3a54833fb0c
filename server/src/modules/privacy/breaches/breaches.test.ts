import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTenant, aWorld, type Shop, type World } from '../../../../test/harness.ts'
import * as api from '../contract.ts'
import { eventsOf, runNamed } from '../privacy.harness.ts'

let world: World
let shop: Shop
let rival: Shop
beforeAll(async () => {
  world = await aWorld()
  ;[shop, rival] = [await aTenant(world), await aTenant(world)]
})
afterAll(() => world.close())

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
const record = async (more: Record<string, unknown> = {}, at = shop) =>
  (await at.call(api.recordBreach, { what: 'A laptop was lost', people: 12, ...more } as never)).body
const change = (breachId: string, more: Record<string, unknown>, at = shop, options = {}) =>
  at.call(api.changeBreach, { breachId, ...more } as never, options)

describe('a breach', () => {
  test('is recorded with counts and a clock of 72 hours from when it was noticed; what happened is sealed', async () => {
    const noticedAt = hoursAgo(2)
    const breach = await record({ noticedAt, what: 'Laptop Nightjar', records: 40, dataKinds: ['names', 'contacts'] })
    expect(breach).toMatchObject({
      what: 'Laptop Nightjar',
      measures: null,
      people: 12,
      records: 40,
      dataKinds: ['names', 'contacts'],
      pack: 'pdpl-oman',
      clock: 'in_time',
      authorityNotifiedAt: null,
    })
    expect(Date.parse(breach.dueAt) - Date.parse(noticedAt)).toBe(72 * 3_600_000)
    const { status, body, headers } = await shop.call(api.getBreach, { breachId: breach.id })
    expect([status, headers.get('etag'), body]).toEqual([200, '"1"', breach])
    const { rows } = await world.owner.query('select b::text as row from breaches b where id = $1', [breach.id])
    expect(rows[0].row).not.toContain(Buffer.from('Nightjar').toString('hex'))
  })

  test('has no clock under a pack that knows none', async () => {
    const at = await aTenant(world)
    await at.call(api.changeSettings, { pack: 'ccpa' })
    expect(await record({}, at)).toMatchObject({ pack: 'ccpa', dueAt: null, clock: 'in_time' })
  })

  test('learns more, and who was told when; a lost race changes nothing', async () => {
    const { id } = await record()
    const told = hoursAgo(0)
    const { body } = await change(id, { people: 30, measures: 'Wiped from afar', authorityNotifiedAt: told })
    expect(body).toMatchObject({ people: 30, what: 'A laptop was lost', measures: 'Wiped from afar', version: 2 })
    expect(body.authorityNotifiedAt).toBe(told)
    const lost = await change(id, { people: 1 }, shop, { headers: { 'if-match': '"1"' } })
    expect([lost.status, lost.body.version]).toEqual([412, 2])
    expect((await change(id, { measures: null })).body.measures).toBeNull()
  })

  test('is not from the future, is not negative, and is none of the neighbour’s', async () => {
    const future = new Date(Date.now() + 3_600_000).toISOString()
    for (const wrong of [
      { noticedAt: future },
      { people: -1 },
      { people: 1.5 },
      { dataKinds: ['gossip'] },
      { what: '' },
      { x: 1 },
    ])
      expect(await record(wrong), JSON.stringify(wrong)).toMatchObject({ status: 422 })
    const { id } = await record()
    expect((await change(id, { authorityNotifiedAt: future })).status).toBe(422)
    expect((await change(id, { people: 1 }, rival)).body.code).toBe('privacy.breach_not_found')
    expect((await rival.call(api.getBreach, { breachId: id })).body.code).toBe('privacy.breach_not_found')
    expect((await rival.call(api.listBreaches, {})).body.items).toEqual([])
  })

  test('alerts once before its deadline and once after; a breach reported in time causes no more alerts', async () => {
    const at = await aTenant(world)
    const fresh = await record({ noticedAt: hoursAgo(1) }, at)
    const soon = await record({ noticedAt: hoursAgo(50) }, at)
    const late = await record({ noticedAt: hoursAgo(73) }, at)
    const reported = await record({ noticedAt: hoursAgo(74) }, at)
    await change(reported.id, { authorityNotifiedAt: hoursAgo(10) }, at)
    const tooLate = await record({ noticedAt: hoursAgo(100) }, at)
    await change(tooLate.id, { authorityNotifiedAt: hoursAgo(1) }, at)
    for (let again = 0; again < 2; again++) await runNamed(world, 'alarm-breaches')
    const told = (await eventsOf(world, at, 'BreachDue')).map(({ breachId, clock }) => `${clock} ${breachId}`)
    expect(told.sort()).toEqual([`due_soon ${soon.id}`, `overdue ${late.id}`])
    const ids = async (clock: string) =>
      (await at.call(api.listBreaches, { clock } as never)).body.items.map(({ id }: { id: string }) => id).sort()
    expect(await ids('overdue')).toEqual([late.id, tooLate.id].sort())
    expect(await ids('due_soon')).toEqual([soon.id])
    expect(await ids('in_time')).toEqual([fresh.id, reported.id].sort())
    expect((await at.call(api.getBreach, { breachId: tooLate.id })).body.clock).toBe('overdue')
  })
})
