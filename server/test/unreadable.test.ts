import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { me } from '../src/modules/accounts/people/me/contract.ts'
import { list as audit } from '../src/modules/audit/contract.ts'
import { customersByDay } from '../src/modules/customers/contract.ts'
import { aTenant, aWorld, type Shop, type World } from './harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

/** Byte by byte, as no library would send it; the first answer, and then the connection is over. */
async function raw(text: string) {
  const { hostname, port } = new URL(world.url)
  const socket = connect({ host: hostname, port: Number(port) })
  let answer = ''
  socket.on('data', (part) => {
    answer += part
  })
  socket.write(text)
  await once(socket, 'close')
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), text: body, body: JSON.parse(body || '{}') }
}
const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`

describe('what cannot be read as a request is a problem that repeats nothing of it', () => {
  test.each([
    ['half a percent sign', get('/api/v1/customers/Salim%'), 400, 'malformed_address'],
    ['bytes that are no UTF-8', get('/api/v1/customers/Salim%FF'), 400, 'malformed_address'],
    ['no hex', get('/Salim%zz'), 400, 'malformed_address'],
    ['a part longer than any token', get(`/api/v1/customers/Salim${'x'.repeat(700)}`), 414, 'address_too_long'],
    ['a file outside its folder', get('/docs/api/static/..%2fSalim.json'), 404, 'not_found'],
    ['a folder without a file', get('/assets/Salim/'), 404, 'not_found'],
    ['headers without end', get('/', `Salim: ${'x'.repeat(20_000)}\r\n`), 431, 'headers_too_large'],
    ['an address without end', get(`/Salim${'x'.repeat(20_000)}`), 431, 'headers_too_large'],
    ['another protocol', 'HELO Salim\r\n\r\n', 400, 'malformed_request'],
    ['two lengths', get('/Salim', 'Content-Length: 1\r\nContent-Length: 2\r\n'), 400, 'malformed_request'],
    ['an expectation', get('/Salim', 'Expect: Salim\r\n'), 417, 'expectation_failed'],
  ])('%s', async (_, text, status, code) => {
    const answer = await raw(text)
    expect(answer).toMatchObject({ status, body: { code, status, instance: expect.stringMatching(/^urn:uuid:/) } })
    expect(answer.head).toContain('content-type: application/problem+json')
    expect(answer.text).not.toContain('Salim')
  })
})

test('every answer tells a browser not to guess and not to tell where it was', async () => {
  for (const path of ['/openapi.json', '/health/live', '/api/v1/nothing', '/api/v1/customers']) {
    const { headers } = await shop.request('GET', path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  }
  expect((await raw(get('/').replace('GET', 'TRACE'))).status).toBe(404)
})

describe('what no database keeps is refused before one is asked', () => {
  test.each([
    ['NUL', '/api/v1/audit?actor=%00'],
    ['NUL in an export', '/api/v1/audit/export?action=a%00b'],
    ['an escape', '/api/v1/audit?action=%1b'],
  ])('%s in a query', async (_, path) => {
    const answer = await shop.request('GET', path)
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ code: 'control_characters' }] } })
  })

  test('NUL in a path is an id that does not exist', async () => {
    expect((await shop.request('POST', '/api/v1/jobs/%00/runs')).status).toBe(404)
  })

  test('half a pair, anywhere in a body', async () => {
    const body = '{"email":"a@example.com","password":"x\\ud800"}'
    const answer = await shop.visitor().request('POST', '/api/v1/auth/login', body)
    expect(answer.body.errors).toMatchObject([{ path: 'password', code: 'broken_characters' }])
  })

  test.each(['0000-01-01', '0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31'])('the day %s', async (day) => {
    const answer = await shop.call(customersByDay, { to: day })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'to', code: 'date_out_of_range' }] } })
  })

  test('a moment whose offset leads out of the calendar', async () => {
    const answer = await shop.call(audit, { from: '0001-01-01T00:00:00+14:00' } as never)
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'from', code: 'date_out_of_range' }] } })
  })

  test('NUL in a cookie is a session that does not exist', async () => {
    expect((await shop.visitor({ cookie: 'kith_access=%00' }).call(me, {})).status).toBe(401)
  })
})
