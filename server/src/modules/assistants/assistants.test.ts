import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPhone, aTenant, aWorld, type Body, type Shop, type World } from '../../../test/harness.ts'
import { serveMcp } from '../../cli/mcp.ts'
import { login } from '../accounts/contract.ts'
import { addOwner } from '../accounts/index.ts'
import { history as changes, create, get } from '../customers/contract.ts'
import { revokeKey } from '../tenants/contract.ts'
import * as api from './contract.ts'

const PASSWORD = 'saffron kettle seventeen'
let world: World
let shop: Shop
let staff: Pick<Shop, 'call' | 'request'>
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
  await addOwner(world.kith.db, shop.id, { email: 'hind@example.com', name: 'Hind', password: PASSWORD })
  const { body } = await shop.visitor().call(login, { email: 'hind@example.com', password: PASSWORD } as never)
  staff = shop.visitor({ authorization: `Bearer ${body.accessToken}` })
})
afterAll(() => world.close())

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

test('a foreign MCP client sees the tools of its key, reads, and proposes', async () => {
  const [{ id }, assistant] = [await aStub(), await anAssistant()]
  const served = await serveMcp({ url: world.url, key: assistant.apiKey }, 0)
  const client = new Client({ name: 'test', version: '1' })
  await client.connect(new StreamableHTTPClientTransport(new URL(served.url)) as never)
  const names = (await client.listTools()).tools.map(({ name }) => name)
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
