import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Ajv from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Body, eventually, type Shop, type World } from '../../../test/harness.ts'
import { follow, messagesOf } from '../../cli/follow.ts'
import { modules } from '../../modules.ts'
import { change, create } from '../customers/contract.ts'
import { merge } from '../merging/contract.ts'
import { revokeKey } from '../tenants/contract.ts'
import * as api from './contract.ts'
import { MEANT_FOR } from './feed/audiences.ts'
import { aReceiver, aWebhook } from './webhooks.harness.ts'

const require = createRequire(import.meta.url)

let world: World
beforeAll(async () => {
  world = await aWorld()
  await world.startBackground()
})
afterAll(() => world.close())

const aStub = async (shop: Shop) =>
  (await shop.call(create, { type: 'stub', firstName: 'Salim', phone: aPhone() } as never)).body as { id: string }
const listed = (shop: Shop, many: number, query: object = {}) =>
  eventually(async () => {
    const { body } = await shop.call(api.listEvents, query as never)
    return body.items.length === many && body
  })

describe('the list of events', () => {
  test('has each once, in order, under the id that webhooks have, and goes on where it was', async () => {
    const [shop, neighbour, to] = [await aTenant(world), await aTenant(world), await aReceiver()]
    await aWebhook(shop, to.url)
    await aStub(neighbour)
    const { id } = await aStub(shop)
    for (const notes of ['1', '2']) await shop.call(change, { customerId: id, notes })
    const { items, next, more } = await listed(shop, 3)
    expect(items.map(({ type }: Body) => type)).toEqual(['CustomerRegistered', 'CustomerUpdated', 'CustomerUpdated'])
    expect(items.every(({ data }: Body) => data.customerId === id)).toBe(true)
    expect([next, more]).toEqual([items[2].position, false])
    await eventually(async () => to.got.length === 3)
    expect(to.got.map(({ body }) => body)).toEqual(items.map(({ position: _, ...event }: Body) => event))
    expect((await shop.call(api.listEvents, { since: String(items[0].position) })).body.items).toEqual(items.slice(1))
    expect((await shop.call(api.listEvents, { since: items[2].timestamp })).body.items).toEqual([items[2]])
    expect((await shop.call(api.listEvents, { types: 'CustomerRegistered,ConsentUpdated' })).body.items).toEqual([
      items[0],
    ])
    expect((await shop.call(api.listEvents, { since: 'yesterday' })).status).toBe(422)
    await to.close()
  })

  test('writes the ids of both customers of a merge as the API does', async () => {
    const shop = await aTenant(world)
    const [from, into] = [await aStub(shop), await aStub(shop)]
    await shop.call(merge, { from: from.id, into: into.id, reason: 'One person' })
    const { items } = await eventually(async () => {
      const { body } = await shop.call(api.listEvents, { types: 'AccountMerged' })
      return body.items.length === 1 && body
    })
    expect(items[0].data).toMatchObject({ customerId: into.id, mergedId: from.id })
  })
})

describe('the stream of events', () => {
  test('brings what comes, resumes behind the last one that was seen, and ends in time', async () => {
    const shop = await aTenant(world)
    const { id } = await aStub(shop)
    const [first] = (await listed(shop, 1)).items
    const answer = await shop.request('GET', '/api/v1/events/stream?seconds=1&since=0')
    expect(answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    const { position, ...event } = first
    expect(answer.body).toContain(`id: ${position}\nevent: CustomerRegistered\ndata: ${JSON.stringify(event)}\n\n`)
    await shop.call(change, { customerId: id, notes: 'later' })
    await listed(shop, 2)
    const seen = { headers: { 'last-event-id': String(position) } }
    const rest = await shop.request('GET', '/api/v1/events/stream?seconds=1', undefined, seen)
    expect(rest.body).toContain('CustomerUpdated')
    expect(rest.body).not.toContain('CustomerRegistered')
  })

  test('is opened at most 20 times by a business, gives its place back, and a HEAD opens none', async () => {
    const shop = await aTenant(world)
    const stop = new AbortController()
    const headers = { authorization: `Bearer ${shop.apiKey}` }
    const open = (method = 'GET', signal = stop.signal) =>
      fetch(`${world.url}/api/v1/events/stream`, { method, headers, signal })
    for (let n = 0; n < 3; n++) expect((await open('HEAD')).status).toBe(200)
    const statuses = (await Promise.all(Array.from({ length: 22 }, () => open()))).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(2)
    stop.abort()
    const later = new AbortController()
    await eventually(async () => (await open('GET', later.signal)).status === 200)
    later.abort()
  })

  test('is followed by the command, and ends with its key', async () => {
    const shop = await aTenant(world)
    const key = await shop.with('webhooks:read')
    const stop = new AbortController()
    const events = follow({ url: world.url, key: key.apiKey, since: '0' }, stop.signal)
    await shop.call(create, {})
    expect((await events.next()).value).toMatchObject({ type: 'CustomerRegistered' })
    stop.abort()
    await events.return(undefined)
    const open = await fetch(`${world.url}/api/v1/events/stream`, {
      headers: { authorization: `Bearer ${key.apiKey}` },
    })
    const messages = messagesOf(open.body!)
    await messages.next()
    await shop.call(revokeKey, { keyId: key.keyId })
    // It ends by itself: nothing is left to read.
    while (!(await messages.next()).done);
    expect((await key.request('GET', '/api/v1/events')).status).toBe(401)
    const refused = follow({ url: world.url, key: key.apiKey }, new AbortController().signal)
    await expect(refused.next()).rejects.toThrow('401')
  })
})

describe('the document of the events', () => {
  const document = JSON.parse(readFileSync('asyncapi.json', 'utf8'))
  const kinds = modules.flatMap(({ events }) => events)

  test('is AsyncAPI 3 by its own definition, and has every event', () => {
    const schema = require('@asyncapi/specs/schemas/3.0.0.json')
    const ajv = new Ajv.default({ strict: false, validateSchema: false, meta: false })
    formats.default(ajv as never)
    expect(ajv.validate(schema, document), ajv.errorsText()).toBe(true)
    expect(Object.keys(document.components.schemas).sort()).toEqual(kinds.map(({ type }) => type).sort())
  })

  test('has the schema of each event at an address, and every event that is published fits', async () => {
    const shop = await aTenant(world)
    const { id } = await aStub(shop)
    await shop.call(change, { customerId: id, notes: 'x' })
    const { items } = await listed(shop, 2)
    const ajv = new Ajv2020({ strict: false })
    formats.default(ajv as never)
    for (const { position: _, ...event } of items) {
      const answer = await fetch(`${world.url}/schemas/events/${event.type}.json`)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'application/schema+json; charset=utf-8',
      ])
      expect(ajv.validate((await answer.json()) as object, event), ajv.errorsText()).toBe(true)
    }
    expect((await fetch(`${world.url}/schemas/events/toString.json`)).status).toBe(404)
    expect(await (await fetch(`${world.url}/asyncapi.json`)).json()).toEqual(document)
  })

  test('says of every event for which systems it is meant, and of none that there is not', () => {
    expect(Object.keys(MEANT_FOR).sort()).toEqual(kinds.map(({ type }) => type).sort())
  })

  test('writes no id of a customer or an address as it is in the database', () => {
    const idsOf = ({ type, schema }: (typeof kinds)[0]) =>
      Object.keys(schema.shape)
        .filter((field) => /^(customer|address|merged|restored)Id$/.test(field))
        .map((field) => [
          `${type}.${field}`,
          JSON.stringify(document.components.schemas[type].properties.data.properties[field]),
        ])
    const ids = kinds.flatMap(idsOf)
    expect(ids.length).toBeGreaterThan(20)
    expect(ids.filter(([, schema]) => !/\^(cust|addr)_/.test(schema!))).toEqual([])
  })
})
