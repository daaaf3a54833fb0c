import { expect, test } from 'vitest'
import { type Provider, placeOf, without, withProvider } from './providers.ts'

const provider = (name: string): Provider => ({
  name,
  kind: 'generic',
  label: name,
  issuer: `https://${name}.example.com`,
  clientId: 'kith',
  scopes: ['openid'],
  trustsEmail: false,
  provesWithoutTime: false,
  redirectUris: ['https://shop.example.com/callback'],
})
const providers = [provider('one'), provider('two')]

test('one provider is changed in its place, and the others keep their secrets', () => {
  const wish = { name: 'uno', clientId: 'kith', clientSecret: 'secret', trustsEmail: true }
  const after = withProvider(providers, 'one', wish)
  expect(after.map(({ name }) => name)).toEqual(['uno', 'two'])
  expect(after[1]).not.toHaveProperty('clientSecret')
  expect(after[1]).not.toHaveProperty('redirectUris')
  expect(placeOf(providers, 'two')).toBe(1)
})

test('a new one is the last', () => {
  const wish = { name: 'three', clientId: 'kith', trustsEmail: false }
  expect(withProvider(providers, null, wish).map(({ name }) => name)).toEqual(['one', 'two', 'three'])
  expect(placeOf(providers, null)).toBe(2)
  expect(without(providers, 'one').map(({ name }) => name)).toEqual(['two'])
})
