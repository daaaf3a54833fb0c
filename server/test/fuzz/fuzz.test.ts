import { Agent, request as httpRequest } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { operationNames } from '../../src/contracts.ts'
import type { Scope } from '../../src/kit/caller.ts'
import { apiDocument } from '../../src/kit/http/openapi.ts'
import { aPerson, logIn } from '../../src/modules/accounts/accounts.harness.ts'
import { create } from '../../src/modules/customers/contract.ts'
import { modules } from '../../src/modules.ts'
import { SCOPES } from '../../src/permissions.ts'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../harness.ts'
import { PATIENCE_MS } from '../patience.ts'
import { SEED } from '../seed.ts'
import { type Operation, operationsOf, type Wish, wishOf } from './requests.ts'
import { type Json, resolved } from './values.ts'

const REQUESTS = Number(process.env['KITH_FUZZ_REQUESTS'] ?? 1_500)
const AT_ONCE = 6

let world: World
let shop: Shop
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
beforeAll(async () => {
  world = await aWorld({ KITH_TRUST_PROXY: '1' })
  shop = await aTenant(world)
})
afterAll(async () => {
  agent.destroy()
  await world.close()
})

/** What the callers themselves live by: else the first lucky guess would end the test. */
const spared = new Set<string>()
type Callers = Readonly<Record<string, Readonly<Record<string, string>>>>

/** For one round: some of what is sent ends sessions. */
async function callers(): Promise<Callers> {
  const { apiKey, keyId } = await shop.with(...(Object.keys(SCOPES) as Scope[]))
  const staff = await aPerson(shop)
  await world.owner.query(`update accounts set role = 'owner', customer_id = null where id = $1`, [staff.id])
  const owner = (await logIn(shop, staff.email)).body.accessToken
  const customer = (await aPerson(shop)).body.accessToken
  spared.add(keyId).add(staff.id)
  const visitor = { 'x-kith-tenant': shop.slug }
  return {
    key: { authorization: `Bearer ${apiKey}` },
    owner: { authorization: `Bearer ${owner}` },
    customer: { authorization: `Bearer ${customer}` },
    visitor,
    'forged token': { ...visitor, authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' },
    'no credential': {},
  }
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly text: string
}

let visitors = 0
const send = ({ operation: { method }, path, headers, body }: Wish, by: Readonly<Record<string, string>>) =>
  new Promise<Answer>((resolve, reject) => {
    visitors += 1
    const from = `10.9.${(visitors >> 8) & 255}.${visitors & 255}`
    const { hostname, port } = new URL(world.url)
    const all = { 'x-forwarded-for': from, ...by, ...headers }
    const options = { hostname, port, method, path, agent, headers: all, timeout: PATIENCE_MS }
    const asked = httpRequest(options, (response) => {
      const { statusCode: status = 0, headers } = response
      const type = headers['content-type'] ?? ''
      // A stream of events has no end.
      if (type.startsWith('text/event-stream')) {
        response.destroy()
        return resolve({ status, type, text: '' })
      }
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => void parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        resolve({ status, type, text: Buffer.concat(parts).toString() })
      })
    })
    asked.on('error', reject)
    asked.on('timeout', () => asked.destroy(new Error('no answer in time')))
    asked.end(body)
  })

/** What the server gave out is sent back to it later. */
function learn(known: Set<string>, { type, text, status }: Answer): void {
  if (status >= 300 || !type.startsWith('application/json') || known.size > 400) return
  JSON.parse(text, (key, value) => {
    if (
      /(id|token|number|slug|key|name|cursor)$/i.test(key) &&
      typeof value === 'string' &&
      value.length <= 200 &&
      !spared.has(value)
    )
      known.add(value)
    return value
  })
}

const codesOf = (document: Json, { responses }: Operation, status: number): string[] => {
  const codes: string[] = []
  const look = (given: Json): void => {
    const part = resolved(document, given)
    if (typeof part !== 'object' || part === null) return
    codes.push(...(part.properties?.code?.enum ?? []))
    for (const inner of Object.values(part)) look(inner)
  }
  look(responses[status])
  return codes
}

/** Null when the answer is one that the document promises. */
function complaint(document: Json, { operation, address }: Wish, { status, type, text }: Answer): string | null {
  if (status < 400) return status in operation.responses ? null : 'the document does not know this status'
  // Links in messages are followed by people: they see a page.
  if (type.startsWith('text/html') && 'text/html' in (operation.responses[200]?.content ?? {})) return null
  if (!type.startsWith('application/problem+json')) return `it is ${type || 'of no type'}`
  const { code } = JSON.parse(text) as { code: string }
  if (!codesOf(document, operation, status).includes(code)) return `the document does not know ${code}`
  if (status >= 500 && code !== 'overloaded' && status !== 503) return 'it is our fault'
  const repeated = address.find((value) => text.includes(value) || text.includes(decoded(value)))
  return repeated === undefined ? null : 'it repeats what stood in the address'
}

const decoded = (value: string) => {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

test('every answer is one that the document promises', async () => {
  const document = apiDocument(
    modules.flatMap(({ routes }) => routes),
    operationNames,
  )
  const unexpected = vi.spyOn(world.kith.log, 'error')
  const operations = operationsOf(document)
  const known = new Set([shop.slug, shop.id])
  for (const firstName of ['Salim', 'Noor', 'Hamad']) {
    known.add((await shop.call(create, { type: 'stub', firstName, phone: aPhone() } as never)).body.id)
  }
  const everybody = [await callers(), await callers(), await callers()]
  const complaints = new Map<string, string>()
  const statuses = new Map<number, number>()

  for (const [round, who] of everybody.entries()) {
    const each = Math.max(1, Math.round(REQUESTS / everybody.length / operations.length))
    const wishes = operations.flatMap((operation, index) => {
      const names = fc.oneof({ weight: 3, arbitrary: fc.constant('key') }, fc.constantFrom(...Object.keys(who)))
      const one = fc.tuple(wishOf(document, operation, [...known]), names)
      return fc.sample(one, { seed: SEED + round * operations.length + index, numRuns: each })
    })
    const inTurn = wishes[Symbol.iterator]()
    const one = async () => {
      for (const [wish, name] of inTurn) {
        const answer = await send(wish, who[name]!).catch(({ message }: Error) => ({
          status: 0,
          type: '',
          text: message,
        }))
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        learn(known, answer)
        const wrong = answer.status === 0 ? answer.text : complaint(document, wish, answer)
        const { method, path } = wish.operation
        if (wrong !== null && complaints.size < 60)
          complaints.set(
            `${method} ${path} ${answer.status}: ${wrong}`,
            `as ${name}: ${wish.path.slice(0, 200)} ${JSON.stringify(wish.headers).slice(0, 200)} ${(wish.body ?? '').slice(0, 300)} → ${answer.text.slice(0, 300)}`,
          )
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, one))
  }

  const faults = unexpected.mock.calls.map(([what]) =>
    String((what as { err?: Error }).err?.stack ?? what)
      .split('\n')
      .slice(0, 4)
      .join(' '),
  )
  process.stdout.write(
    `fuzzed with KITH_FUZZ_SEED=${SEED}: ${JSON.stringify(Object.fromEntries([...statuses].sort()))}\n`,
  )
  expect({ seed: SEED, complaints: Object.fromEntries(complaints), faults: [...new Set(faults)] }).toEqual({
    seed: SEED,
    complaints: {},
    faults: [],
  })
  // Else nothing was asked but the door.
  expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 10)
})
