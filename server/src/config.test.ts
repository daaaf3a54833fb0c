import { expect, test } from 'vitest'
import { BadConfig, readConfig } from './config.ts'

test.each([
  [{ KITH_MASTER_KEY: 'secret' }, 'KITH_MASTER_KEY must be 32 random bytes'],
  [{ KITH_MASTER_KEY: 'ab'.repeat(32) }, 'KITH_MASTER_KEY is too weak'],
  [{ DATABASE_URL: 'postgres://x/y' }, 'KITH_MASTER_KEY is required with DATABASE_URL'],
  [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL must start with postgres://'],
  [{ KITH_CORS_ORIGINS: 'foo' }, 'KITH_CORS_ORIGINS must be origins such as https://shop.example'],
  [{ KITH_CORS_ORIGINS: 'https://a.example, https://b.example/x' }, 'KITH_CORS_ORIGINS must be origins'],
  [{ KITH_POOL: '1' }, 'KITH_POOL must be a whole number from 2 to 500'],
])('%j stops the start', (settings, message) => {
  expect(() => readConfig(settings)).toThrow(BadConfig)
  expect(() => readConfig(settings)).toThrow(message)
})

test('without any, everything has a sensible default', () => {
  expect(readConfig({})).toMatchObject({
    PORT: 4000,
    KITH_GRPC_PORT: 4001,
    HOST: '127.0.0.1',
    KITH_DEMO: 'on',
    LOG_LEVEL: 'info',
  })
})

test('gRPC stands beside HTTP, unless it is told otherwise', () => {
  const port = (env: Record<string, string>) => readConfig(env).KITH_GRPC_PORT
  expect(port({ PORT: '5000' })).toBe(5001)
  expect(port({ PORT: '0' })).toBe(0)
  expect(port({ PORT: '5000', KITH_GRPC_PORT: '6000' })).toBe(6000)
})
