import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Body, type Shop, type World } from '../../../test/harness.ts'
import { serveMcp } from '../../cli/mcp.ts'
import { itself, type Scope } from '../../kit/caller.ts'
import { inTenant } from '../../kit/transaction.ts'
import { login } from '../accounts/contract.ts'
import { addOwner } from '../accounts/index.ts'
import { change, history as changes, create, get } from '../customers/contract.ts'
import { merge } from '../merging/contract.ts'
import { eraseCustomer } from '../privacy/contract.ts'
import { revokeKey } from '../tenants/contract.ts'
import * as api from './contract.ts'
import { listProposals } from './propose.ts'

const PASSWORD = 'saffron kettle seventeen'
let world: World
let shop: Shop
let staff: Pick<Shop, 'call' | 'request'>
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  staff = await aMember('hind')
})
afterAll(() => world.close())

async function aMember(name: string) {
  const credentials = { email: `${name}@example.com`, password: PASSWORD }
  await addOwner(world.kith.db, shop.id, { ...credentials, name })
  const { body } = await shop.visitor().call(login, credentials as never)
  return shop.visitor({ authorization: `Bearer ${body.accessToken}` })
}
const aStub = async () =>
  (await shop.call(create, { type: 'stub', firstName: 'Salim', phone: aPhone() } as never)).body as { id: string }
const anAssistant = () => shop.with('assistants:use', 'customers:read', 'customers:deactivate')
const suspend = (customerId: string) => ({
  operation: 'customers.suspend',
  input: { customerId },
  purpose: 'Asked by phone',
})

test('an assistant looks up with the permissions of its key, and each call is noted with its purpose', async () => {
  const [{ id }, assistant] = [await aStub(), await anAssistant()]
  const read = { operation: 'customers.get', input: { customerId: id }, purpose: 'Asked for the name' }
  const { body } = await assistant.call(api.call, read)
  expect(body).toMatchObject({
    note: expect.stringContaining('data'),
    data: { id, firstName: 'Salim', contactsMasked: true },
  })
  const { items } = (await shop.call(changes, { customerId: id } as never)).body
  expect(items[0]).toMatchObject({
    action: 'assistant.looked_up',
    fields: ['customers.get'],
    reason: 'Asked for the name',
  })
  const history = { ...read, operation: 'customers.history' }
  expect((await assistant.call(api.call, history)).body).toMatchObject({
    code: 'forbidden',
    needs: 'customers:history',
  })
  expect((await shop.call(changes, { customerId: id } as never)).body.items[0]).toMatchObject({
    action: 'assistant.look_up_refused',
    fields: ['customers.history'],
  })
  for (const operation of ['accounts.inviteStaff', 'tenants.createKey', 'nothing.atAll'])
    expect((await assistant.call(api.call, { ...read, operation })).body.code).toBe('assistant.operation_unknown')
})

describe('a proposal', () => {
  test('changes nothing until a person confirms it by its hash', async () => {
    const [{ id }, assistant] = [await aStub(), await anAssistant()]
    const { status, body } = await assistant.call(api.propose, suspend(id))
    expect([status, body.wouldAnswer.status]).toEqual([201, 'suspended'])
    expect((await shop.call(get, { customerId: id })).body.status).toBe('active')
    const decision = { proposalId: body.id, hash: body.hash }
    expect((await assistant.call(api.confirm, decision)).body).toMatchObject({ needs: 'assistants:confirm' })
    expect((await shop.call(api.confirm, decision)).body.code).toBe('sign_in_needed')
    expect((await staff.call(api.confirm, { ...decision, hash: 'a1b2' })).body.code).toBe('assistant.proposal_changed')
    const { items } = (await staff.call(api.listProposals, {})).body
    expect(items.find((one: Body) => one.id === body.id)).toMatchObject({ hash: body.hash, purpose: 'Asked by phone' })
    expect((await staff.call(api.confirm, decision)).body.answer.status).toBe('suspended')
    expect((await shop.call(get, { customerId: id })).body.status).toBe('suspended')
    expect((await staff.call(api.confirm, decision)).body.code).toBe('assistant.proposal_not_found')
  })

  test('is refused, or void once the key that made it is revoked', async () => {
    const [{ id }, assistant] = [await aStub(), await anAssistant()]
    const [one, other] = [
      (await assistant.call(api.propose, suspend(id))).body,
      (await assistant.call(api.propose, suspend(id))).body,
    ]
    expect((await staff.call(api.refuse, { proposalId: one.id })).body).toEqual({ refused: one.id })
    await shop.call(revokeKey, { keyId: assistant.keyId })
    expect((await staff.call(api.confirm, { proposalId: other.id, hash: other.hash })).body.code).toBe(
      'assistant.proposal_changed',
    )
    expect((await shop.call(get, { customerId: id })).body.status).toBe('active')
  })
})

test('a proposal is void once one of its customers has changed, or the member of staff who asked was disabled', async () => {
  const [{ id }, assistant] = [await aStub(), await anAssistant()]
  const { body } = await assistant.call(api.propose, suspend(id))
  expect(body.note).toContain('data')
  await shop.call(change, { customerId: id, firstName: 'Salma' })
  const changed = { status: 409, body: { code: 'assistant.proposal_changed' } }
  expect(await staff.call(api.confirm, { proposalId: body.id, hash: body.hash })).toMatchObject(changed)
  const asked = (await (await aMember('noor')).call(api.propose, suspend(id))).body
  await world.owner.query(`update accounts set status = 'disabled' where id = $1`, [asked.askedBy.slice(8)])
  expect(await staff.call(api.confirm, { proposalId: asked.id, hash: asked.hash })).toMatchObject(changed)
  expect((await shop.call(get, { customerId: id })).body.status).toBe('active')
})

test('a proposal goes with each person that it names or touches', async () => {
  const [from, into] = [await aStub(), await aStub()]
  const assistant = await shop.with('assistants:use', 'customers:merge')
  const merged = await shop.call(merge, { from: from.id, into: into.id, reason: 'One person' })
  const input = { mergeId: merged.body.id, reason: 'Two people' }
  const { status, body } = await assistant.call(api.propose, { operation: 'merging.undo', input, purpose: 'Asked' })
  expect(status).toBe(201)
  const kept = async () => (await world.owner.query('select 1 from proposals where id = $1', [body.id])).rowCount
  expect(await kept()).toBe(1)
  await shop.call(eraseCustomer, { customerId: into.id, reason: 'requested' })
  expect(await kept()).toBe(0)
})

test('proposals are listed for staff alone: what each could do, with contacts as they may see them', async () => {
  const { id } = await aStub()
  const assistant = await shop.with('assistants:use', 'customers:read', 'customers:write', 'customers:contacts')
  const input = { customerId: id, email: 'salim@example.com' }
  const { body } = await assistant.call(api.propose, {
    operation: 'customers.change',
    input,
    purpose: 'To salim@example.com',
  })
  expect((await (await shop.with('assistants:confirm')).call(api.listProposals, {})).body.code).toBe('sign_in_needed')
  const signedIn = { account: id, session: id, customer: null, provedAt: new Date() }
  const listed = (...may: Scope[]) =>
    inTenant(world.kith.db, { ...itself(shop.id, 'test'), signedIn, may: new Set(may) }, listProposals)
  const named = ({ items }: Awaited<ReturnType<typeof listed>>) => items.filter((one) => one.id === body.id)
  expect(named(await listed('assistants:confirm'))).toEqual([])
  expect(JSON.stringify(named(await listed('customers:write')))).not.toMatch(/salim@|\+9689\d/)
  expect(named(await listed('customers:write'))).toMatchObject([{ input: { email: 's•••@example.com' } }])
  expect(named(await listed('customers:write', 'customers:contacts'))).toMatchObject([{ input }])
})

test('a foreign MCP client sees the tools of its key, reads, and proposes', async () => {
  const [{ id }, assistant] = [await aStub(), await anAssistant()]
  const served = await serveMcp({ url: world.url, key: assistant.apiKey }, 0)
  const client = new Client({ name: 'test', version: '1' })
  const authorization = `Bearer ${served.token}`
  for (const [headers, status] of [
    [{}, 401],
    [{ authorization: `Bearer ${assistant.apiKey}` }, 401],
    [{ authorization, origin: 'https://elsewhere.example' }, 403],
    [{ authorization, 'sec-fetch-site': 'cross-site' }, 403],
    [{ authorization, forwarded: 'for=192.0.2.1' }, 403],
  ] as const)
    expect((await fetch(served.url, { method: 'POST', headers, body: '{}' })).status).toBe(status)
  const transport = new StreamableHTTPClientTransport(new URL(served.url), {
    requestInit: { headers: { authorization } },
  })
  await client.connect(transport as never)
  const { tools } = await client.listTools()
  const names = tools.map(({ name }) => name)
  const isReadOnly = (wanted: string) => tools.find(({ name }) => name === wanted)?.annotations?.readOnlyHint
  expect([isReadOnly('customers_get'), isReadOnly('customers_suspend')]).toEqual([true, false])
  expect(names).toEqual(expect.arrayContaining(['customers_get', 'customers_suspend']))
  expect(names).not.toContain('customers_history')
  const textOf = (answer: Body) => JSON.parse(answer.content[0].text)
  const given = { customerId: id, purpose: 'Asked for the name' }
  expect(textOf(await client.callTool({ name: 'customers_get', arguments: given })).data.firstName).toBe('Salim')
  expect(textOf(await client.callTool({ name: 'customers_suspend', arguments: given }))).toMatchObject({
    operation: 'customers.suspend',
  })
  expect((await shop.call(get, { customerId: id })).body.status).toBe('active')
  expect(await client.callTool({ name: 'accounts_inviteStaff', arguments: {} })).toMatchObject({ isError: true })
  await client.close()
  await served.close()
})
