import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figure } from '../drills/figures.ts'
import { type Body, eventually } from '../harness.ts'
import { type KithProcess, runCommand, startProcess } from '../kith-process.ts'
import { isDrill, postmasterIn, ROUNDS } from './database-faults.harness.ts'

const LANES = 8
const WRITES_A_ROUND = 60
const GIFT = 5
const PATIENT = { timeout: 4 * 3_600_000 }

/** What a customer was told to have; an answer that never came says nothing. */
interface Acknowledged {
  readonly id: string
  readonly number: string
  readonly orders: string[]
  gifts: number
}

/** `npm run drill -- kills`; `npm run test:processes` has two rounds of it, with customers alone, in durability.test.ts. */
describe.skipIf(!isDrill)('kill -9 of server and database under writes', PATIENT, () => {
  const folder = path.join(tmpdir(), `kith-kills-${process.pid}`)
  const settings = { KITH_DATA: path.join(folder, 'data') }
  const customers: Acknowledged[] = []
  const backAfter: number[] = []
  let headers: Record<string, string>
  let server: KithProcess | undefined
  let phones = 0

  const said = async (...args: string[]): Promise<Body> => {
    const ran = await runCommand(['--json', ...args], { ...settings, KITH_DEMO: 'off' })
    expect(ran, args.join(' ')).toMatchObject({ code: 0 })
    return JSON.parse(ran.stdout)
  }
  const ask = (where: string, body?: object) =>
    fetch(`${server!.url}/api/v1/${where}`, {
      method: body ? 'POST' : 'GET',
      headers,
      ...(body && { body: JSON.stringify(body) }),
    })
  /** Null where no answer came, or none that says that it was done. */
  const write = async (where: string, body: object): Promise<Body | null> => {
    const answer = await ask(where, body).catch(() => null)
    return answer?.status === 201 ? answer.json().catch(() => null) : null
  }

  /** A customer, two orders that earn points, and a gift: over and over, until the server is gone. */
  async function lane(one: KithProcess, told: () => void) {
    while (one.isAlive()) {
      const phone = `+9689${1_000_000 + phones++}`
      const made = await write('customers', { firstName: 'Salma', phone })
      if (!made) continue
      const customer: Acknowledged = { id: made.id, number: made.number, orders: [], gifts: 0 }
      customers.push(customer)
      told()
      for (const total of [4_000, 7_000]) {
        const order = await write('orders', { customerId: made.id, total })
        if (order) customer.orders.push(order.id)
        if (order) told()
      }
      if (!(await write(`customers/${made.id}/loyalty/adjustments`, { points: GIFT, reason: 'A gift' }))) continue
      customer.gifts += 1
      told()
    }
  }

  async function round(n: number) {
    const began = performance.now()
    const one = await startProcess(settings)
    server = one
    let written = 0
    const lanes = Array.from({ length: LANES }, () =>
      lane(one, () => {
        if (written++ === 0) backAfter.push(performance.now() - began)
      }),
    )
    await eventually(async () => written >= WRITES_A_ROUND)
    const database = postmasterIn(settings.KITH_DATA)
    // The one that dies first leaves the other alone for a moment: in turn.
    if (n % 2 === 0) process.kill(database, 'SIGKILL')
    await one.stop('SIGKILL')
    // The watchdog of the database may have been faster.
    if (n % 2 === 1) endIfAlive(database)
    await Promise.all(lanes)
  }

  /** Of all that was acknowledged, what this finds wrong. */
  async function wrongOf(look: (customer: Acknowledged) => Promise<string[]>): Promise<string[]> {
    const left = [...customers]
    const wrong: string[] = []
    const worker = async () => {
      for (let one = left.pop(); one; one = left.pop()) wrong.push(...(await look(one)))
    }
    await Promise.all(Array.from({ length: LANES }, worker))
    return wrong
  }

  beforeAll(async () => {
    mkdirSync(folder, { mode: 0o755 })
    await runCommand(['migrate'], settings)
    await said('tenant', 'create', 'shop', '--name', 'Shop')
    const { apiKey } = await said('key', 'create', '--name', 'drill', '--role', 'owner', '--per-minute', '0')
    headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
    for (let n = 0; n < ROUNDS; n++) await round(n)
    server = await startProcess(settings)
  }, PATIENT.timeout)
  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }, PATIENT.timeout)

  test('no acknowledged customer and no acknowledged order is lost', async () => {
    const lost = await wrongOf(async ({ id, orders }) => {
      const asked = [`customers/${id}`, ...orders.map((order) => `orders/${order}`)]
      const answers = await Promise.all(asked.map(async (where) => [where, (await ask(where)).status] as const))
      return answers.flatMap(([where, status]) => (status === 200 ? [] : [`${where}: ${status}`]))
    })
    const orders = customers.reduce((sum, one) => sum + one.orders.length, 0)
    figure('acknowledged', `${customers.length} customers, ${orders} orders`, 'none lost')
    const inOrder = backAfter.toSorted((a, b) => a - b).map(Math.round)
    const [middle, most] = [inOrder[Math.floor(inOrder.length / 2)], inOrder.at(-1)]
    figure('from a start to the first write', `${middle} ms (median), ${most} ms (most)`)
    expect(customers.length).toBeGreaterThan(ROUNDS)
    expect(lost).toEqual([])
  })

  test('numbers have no gaps, and none is there twice', async () => {
    const numbers: number[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: Body = await (
        await ask(`customers?limit=200&sort=number&order=asc${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      ).json()
      numbers.push(...page.items.map(({ number }: Body) => Number(number.slice(5))))
      cursor = page.nextCursor
    }
    expect(numbers.length).toBeGreaterThanOrEqual(customers.length)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  test('each acknowledged gift was given once, and no order earned twice', async () => {
    const wrong = await wrongOf(async ({ id, gifts }) => {
      const { items }: Body = await (await ask(`customers/${id}/loyalty/entries?limit=200`)).json()
      const given = items.filter(({ kind }: Body) => kind === 'adjust').length
      const earned: string[] = items.flatMap(({ kind, orderId }: Body) => (kind === 'earn' && orderId ? orderId : []))
      // One whose answer was lost may have been given all the same.
      const isRight = (given === gifts || given === gifts + 1) && new Set(earned).size === earned.length
      return isRight ? [] : [`${id}: ${gifts} gifts acknowledged, ${JSON.stringify(items)}`]
    })
    expect(wrong).toEqual([])
  })

  test('totals, points, tiers and figures are what adding them up anew finds', async () => {
    await server!.stop()
    expect(await said('stats', 'rebuild')).toMatchObject({
      corrected: 0,
      drifts: [],
      figures: { corrected: 0, drifts: [] },
    })
  })

  test('the audit chain is whole, and so is everything that doctor looks at', async () => {
    const { reports } = await said('audit', 'verify')
    expect(reports).toMatchObject([{ tenant: 'shop', broken: null }])
    figure('audit entries', `${reports[0].entries} sealed, ${reports[0].unsealed} waiting`, 'a whole chain')
    const { checks } = await said('doctor')
    expect(checks.filter(({ ok }: Body) => !ok)).toEqual([])
  })
})

function endIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
