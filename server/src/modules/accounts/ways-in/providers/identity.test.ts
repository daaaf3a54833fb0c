import { expect, test } from 'vitest'
import { readIdentity } from './identity.ts'
import type { Provider } from './settings.ts'

const provider = (more: Partial<Provider> = {}): Provider => ({
  name: 'google',
  kind: 'google',
  label: 'Google',
  issuer: 'https://accounts.google.com',
  clientId: 'kith',
  clientSecret: 'x',
  scopes: ['openid', 'email'],
  trustsEmail: true,
  provesWithoutTime: false,
  ...more,
})
const read = (claims: Record<string, unknown>, more: Partial<Provider> = {}) =>
  readIdentity(provider(more), { iss: 'https://accounts.google.com', sub: '1', ...claims })

test.each([
  ['its own addresses', { email: 'a@gmail.com' }, true],
  ['addresses of the domains that it hosts', { email: 'a@shop.example', hd: 'shop.example' }, true],
  ['no foreign address, which it saw once, years ago', { email: 'a@yahoo.example' }, false],
  ['no address that only ends like its own', { email: 'a@notgmail.com' }, false],
])('the word of Google counts for %s', (_, claims, vouched) => {
  expect(read({ ...claims, email_verified: true }).vouched).toBe(vouched)
  expect(read({ ...claims, email_verified: true }, { trustsEmail: false }).vouched).toBe(false)
  expect(read(claims).vouched).toBe(false)
})

test('only “true” is verified, however a provider spells it', () => {
  const generic = { kind: 'generic' } as const
  for (const said of [true, 'true'])
    expect(read({ email: 'a@b.example', email_verified: said }, generic).vouched).toBe(true)
  for (const said of [false, 'false', 1, 'yes', null, undefined, {}]) {
    expect(read({ email: 'a@b.example', email_verified: said }, generic).vouched).toBe(false)
  }
})

test('what does not fit is left out, and an account cannot be without a subject', () => {
  const odd = read({
    email: 'not an address',
    email_verified: true,
    given_name: '\u202eevil',
    family_name: 'Kept out too',
    locale: 'ar-OM',
  })
  expect(odd).toMatchObject({ email: null, vouched: false, firstName: undefined, lastName: undefined, locale: 'ar' })
  expect(read({ name: 'Only a name', locale: 'fr' })).toMatchObject({ firstName: 'Only a name', locale: undefined })
  for (const sub of ['', 7, undefined, 'x'.repeat(300)]) expect(() => read({ sub })).toThrow()
})
