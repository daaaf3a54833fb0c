import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aPhone, aTenant, aWorld, type Shop, type World } from '../../../test/harness.ts'
import { create } from '../customers/contract.ts'
import { contactDigest } from './contact.ts'
import { KEPT_AFTER_EXPIRY_HOURS } from './forget.ts'
import { verification } from './index.ts'
import { aCode, another, ask, codeSentTo, tokenOf, verify } from './verification.harness.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await aWorld()
  shop = await aTenant(world)
})
afterAll(() => world.close())

const inner = (id: string) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')

test('neither code nor phone stands anywhere in the clear: no row, no event, no log', async () => {
  const logged: string[] = []
  const write = vi.spyOn(fs, 'writeSync').mockImplementation((_, written) => {
    logged.push(String(written))
    return String(written).length
  })
  const loud = await aWorld({ LOG_LEVEL: 'trace' })
  try {
    const at = await aTenant(loud)
    const phone = '+96895557391'
    await ask(at, phone)
    const code = await codeSentTo(at, phone)
    await verify(at, phone, another(code))
    const { body } = await verify(at, phone, code)
    const lines = await loud.owner.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    )
    let dump = ''
    for (const { name } of lines.rows) {
      dump += (await loud.owner.query(`select coalesce(string_agg(t::text, ' '), '') as all from ${name} t`)).rows[0]
        .all
    }
    expect(dump).toContain(at.id)
    expect(logged.join()).toContain('/api/v1/customers/verify-otp')
    for (const secret of ['95557391', body.verificationToken.slice(30)]) {
      for (const encoding of ['utf8', 'hex', 'base64'] as const) {
        expect(dump.includes(Buffer.from(secret).toString(encoding)), secret).toBe(false)
      }
      expect(logged.join()).not.toContain(secret)
    }
    // Six digits can occur by chance inside a longer number.
    expect(dump).not.toMatch(new RegExp(`\\b${code}\\b`))
    expect(logged.join()).not.toMatch(new RegExp(`\\b${code}\\b`))
  } finally {
    write.mockRestore()
    await loud.close()
  }
})

test('codes, proofs and counts are deleted in time, and not before', async () => {
  const at = await aTenant(world)
  await tokenOf(at)
  const counted = async () =>
    (
      await world.owner.query(
        `select (select count(*)::int from verification_codes where tenant_id = $1) as codes,
                (select count(*)::int from verification_tokens where tenant_id = $1) as proofs,
                (select count(*)::int from verification_counts where tenant_id = $1) as counts`,
        [at.id],
      )
    ).rows[0]
  async function age(hours: number) {
    for (const table of ['verification_codes', 'verification_tokens']) {
      const aged = `update ${table} set expires_at = now() - make_interval(mins => $2) where tenant_id = $1`
      await world.owner.query(aged, [at.id, hours * 60])
    }
  }
  const clean = () => at.run(verification.jobs[0]!.run)
  await age(KEPT_AFTER_EXPIRY_HOURS - 0.1)
  await clean()
  expect(await counted()).toEqual({ codes: 1, proofs: 1, counts: 6 })
  await age(KEPT_AFTER_EXPIRY_HOURS + 0.1)
  await world.owner.query(`update verification_counts set ends_at = now() - interval '1 second' where tenant_id = $1`, [
    at.id,
  ])
  await clean()
  expect(await counted()).toEqual({ codes: 0, proofs: 0, counts: 0 })
})

describe('the codes of a customer', () => {
  const hooks = verification.personalData

  test('are exported and erased with the customer’s contacts, and with no others', async () => {
    const at = await aTenant(world)
    const phone = aPhone()
    const { body } = await at.call(create, { type: 'stub', firstName: 'Hamad', phone })
    const customerId = inner(body.id)
    await aCode(at, phone)
    await aCode(at)
    const exported = () => at.run((ctx) => hooks.export(ctx, customerId))
    expect(await exported()).toEqual({
      verifications: [
        {
          type: 'phone',
          value: phone,
          purpose: 'sign_in',
          attempts: 0,
          sentAt: expect.any(String),
          expiresAt: expect.any(String),
          verifiedAt: null,
        },
      ],
    })
    const counted = async () => {
      const digest = await at.run(async (ctx) => contactDigest(ctx, { type: 'phone', value: phone }))
      const { rows } = await world.owner.query('select from verification_counts where position($1 in subject) > 0', [
        digest,
      ])
      return rows.length
    }
    expect(await counted()).toBe(5)
    await at.run((ctx) => hooks.erase(ctx, customerId))
    expect(await counted()).toBe(0)
    expect(await exported()).toEqual({ verifications: [] })
    const { rows } = await world.owner.query(
      'select count(*)::int as left from verification_codes where tenant_id = $1',
      [at.id],
    )
    expect(rows).toEqual([{ left: 1 }])
  })

  test('stay where they are when customers are merged: they belong to the phone', async () => {
    expect(await shop.run((ctx) => hooks.merge(ctx, 'a', 'b', {}))).toEqual({})
    await shop.run((ctx) => hooks.unmerge(ctx, 'a', 'b', {}, () => {}))
  })
})
