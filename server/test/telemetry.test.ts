import { AsyncLocalStorage } from 'node:async_hooks'
import { readFileSync } from 'node:fs'
import {
  type Attributes,
  type Context,
  type ContextManager,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  type SpanOptions,
  trace,
} from '@opentelemetry/api'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { BadConfig } from '../src/config.ts'
import { openLog } from '../src/kit/log.ts'
import { create, get } from '../src/modules/customers/contract.ts'
import { openSentry } from '../src/sentry.ts'
import { aPhone, aTenant, aWorld, eventually, type World } from './harness.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

interface Kept {
  name: string
  readonly id: string
  readonly parent: string | undefined
  readonly attributes: Attributes
  ended: boolean
}
const TRACE_ID = '0af7651916cd43dd8448eb211c80319c'

/** The least that an SDK does: keeps spans, and carries a context through what is awaited. */
function anSDK() {
  const kept: Kept[] = []
  const inside = new AsyncLocalStorage<Context>()
  const manager = {
    active: () => inside.getStore() ?? ROOT_CONTEXT,
    with: (given: Context, work: (...args: unknown[]) => unknown, self: unknown, ...args: unknown[]) =>
      inside.run(given, () => work.apply(self, args)),
    bind: (_: Context, target: unknown) => target,
    disable: () => {},
  }
  context.setGlobalContextManager(manager as unknown as ContextManager)
  const begin = (name: string, options: SpanOptions = {}, within: Context = context.active()): Span => {
    const parent = trace.getSpanContext(within)?.spanId
    const one: Kept = { name, id: `${kept.length + 1}`, parent, attributes: { ...options.attributes }, ended: false }
    kept.push(one)
    const span = {
      spanContext: () => ({ traceId: TRACE_ID, spanId: one.id, traceFlags: 1 }),
      isRecording: () => true,
      setAttribute: (key: string, value: never) => Object.assign(one.attributes, { [key]: value }),
      setAttributes: (more: Attributes) => Object.assign(one.attributes, more),
      updateName: (next: string) => Object.assign(one, { name: next }),
      setStatus: () => {},
      end: () => Object.assign(one, { ended: true }),
    }
    return span as unknown as Span
  }
  trace.setGlobalTracerProvider({
    getTracer: () => ({
      startSpan: begin,
      startActiveSpan: (name: string, options: never, work: (span: Span) => unknown) => {
        const span = begin(name, options)
        return context.with(trace.setSpan(context.active(), span), () => work(span))
      },
    }),
  } as never)
  propagation.setGlobalPropagator({
    inject: () => {},
    fields: () => ['traceparent'],
    extract(within, carrier, getter) {
      const [, traceId, spanId] = String(getter.get(carrier, 'traceparent') ?? '').split('-')
      return spanId ? trace.setSpanContext(within, { traceId: traceId!, spanId, traceFlags: 1 }) : within
    },
  })
  return {
    kept,
    end() {
      trace.disable()
      context.disable()
      propagation.disable()
    },
  }
}

describe('spans', () => {
  test('go from the caller through the request and its transaction to each statement, and have nothing personal in them', async () => {
    const shop = await aTenant(world)
    const phone = aPhone()
    const sdk = anSDK()
    try {
      const traceparent = `00-${TRACE_ID}-b7ad6b7169203331-01`
      const { body } = await shop.call(create, { type: 'stub', firstName: 'Zuwaina', phone } as never, {
        headers: { traceparent },
      })
      await shop.call(get, { customerId: body.id })
      const asked = await eventually(async () => sdk.kept.find(({ name }) => name === 'POST /api/v1/customers'))
      expect([asked.parent, asked.attributes['http.response.status_code'], asked.ended]).toEqual([
        'b7ad6b7169203331',
        201,
        true,
      ])
      const within = (id: string) => sdk.kept.filter(({ parent }) => parent === id)
      const writing = within(asked.id).find(({ attributes }) => attributes['kith.read_only'] === false)!
      const texts = within(writing.id).map(({ attributes }) => String(attributes['db.query.text']))
      expect(texts.some((text) => /insert into "?customers"?/.test(text))).toBe(true)
      expect(sdk.kept.map(({ name }) => name)).toContain('GET /api/v1/customers/:customerId')
      const all = JSON.stringify(sdk.kept)
      for (const personal of ['Zuwaina', phone, phone.slice(4), body.id, shop.apiKey])
        expect(all).not.toContain(personal)
    } finally {
      sdk.end()
    }
  })

  test('are of the relay, the sealer and the errands too', async () => {
    const sdk = anSDK()
    try {
      await world.startBackground()
      const shop = await aTenant(world)
      await shop.call(create, {})
      await eventually(async () => {
        const names = new Set(sdk.kept.map(({ name }) => name))
        return names.has('relay') && names.has('sealer')
      })
    } finally {
      sdk.end()
    }
  })
})

describe('errors', () => {
  const DSN = 'https://key@errors.example/1'

  test('that the log has as errors are reported by name, code and place, without their text', async () => {
    const told: [Error, unknown][] = []
    const init = vi.fn()
    const captureException = (error: Error, hint: unknown) => void told.push([error, hint])
    const report = await openSentry(DSN, async () => ({ init, captureException }))
    expect(init).toHaveBeenCalledWith(expect.objectContaining({ dsn: DSN, sendDefaultPii: false }))
    const log = openLog('error', report)
    // As long as it likes, and with a line that looks like a place.
    const personal = 'Salim\n    at +96890123456'
    log.error({ err: Object.assign(new TypeError(personal), { code: 'E_ODD' }) }, 'unexpected error')
    log.warn({ err: new Error('only a warning') }, 'nothing')
    expect(told).toHaveLength(1)
    const [[error, hint]] = told as [[Error, unknown]]
    expect([error.name, error.message, hint]).toEqual(['TypeError', 'E_ODD', { tags: { where: 'unexpected error' } }])
    expect(error.stack).toContain('telemetry.test.ts')
    expect(`${error.stack}${JSON.stringify(error)}`).not.toMatch(/Salim|9012/)
  })

  test('need a package that is not there otherwise, and say so in one line', async () => {
    expect(await openSentry(undefined)).toBeUndefined()
    await expect(openSentry(DSN)).rejects.toThrow(BadConfig)
  })
})

describe('readiness', () => {
  test('says how late relay, sealer and jobs are, and is ready all the same', async () => {
    const slow = await aWorld()
    const shop = await aTenant(slow)
    await shop.call(create, {})
    await slow.owner.query(`update events set at = now() - interval '10 minutes'`)
    const answer = await eventually(async () => {
      const asked = await fetch(`${slow.url}/health/ready`)
      const body = (await asked.json()) as { lag?: object; trouble?: string[] }
      return body.lag && { ...body, status: asked.status }
    })
    expect(answer.status).toBe(200)
    expect(answer.lag).toEqual({ relay: expect.any(Number), sealer: expect.any(Number), jobs: expect.any(Number) })
    expect(answer.trouble).toEqual(['The oldest event has been waiting for 10 minutes'])
    await slow.close()
  })
})

test('the dashboard shows only what the metrics have, and all that waits', async () => {
  const { panels } = JSON.parse(readFileSync('deploy/grafana.json', 'utf8')) as {
    panels: { targets?: { expr: string }[] }[]
  }
  const asked = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)).join('\n')
  const metrics = await (await fetch(`${world.url}/metrics`)).text()
  const there = new Set([...metrics.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!))
  const shown = new Set([...asked.matchAll(/\bkith_\w+/g)].map(([name]) => name.replace(/_(bucket|count|sum)$/, '')))
  expect([...shown].filter((name) => !there.has(name))).toEqual([])
  for (const name of [
    'kith_backlog',
    'kith_subscriber_lag_seconds',
    'kith_job_late_seconds',
    'kith_http_request_seconds',
  ])
    expect(shown).toContain(name)
})
