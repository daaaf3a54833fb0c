// Signs up, and dies at the moment when Kith would be told: the user is committed.
import { openKith } from '@kith/sdk'
import { betterAuth } from 'better-auth'
import pg from 'pg'
import { kith } from './index.ts'

const die = async () => {
  process.kill(process.pid, 'SIGKILL')
  return new Promise<Response>(() => {})
}
const auth = betterAuth({
  database: new pg.Pool(JSON.parse(process.env['PLACE']!)),
  baseURL: 'http://localhost:4321',
  secret: 'only for tests, and as long as Better Auth wants it',
  telemetry: { enabled: false },
  emailAndPassword: { enabled: true },
  plugins: [kith({ kith: openKith({ url: 'http://localhost:1', token: 'x', fetch: die }) })],
})
await auth.api.signUpEmail({
  body: { email: process.env['EMAIL']!, password: 'saffron kettle seventeen', name: 'Killed' },
})
