import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Database } from '../kit/database.ts'
import { addOwner } from '../modules/accounts/index.ts'
import { listTenants } from '../modules/tenants/index.ts'
import { DEMO_SLUG } from './make.ts'

const EMAIL = 'owner@marhaba.example'
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

export interface DemoOwner {
  readonly email: string
  readonly password: string
}

/** The owner of the demo. The password is written to its file before it is set, so that it cannot be lost. */
export async function ensureDemoOwner(db: Database, dataFolder: string): Promise<DemoOwner | null> {
  const tenant = (await listTenants(db)).find(({ slug }) => slug === DEMO_SLUG)
  if (!tenant) return null
  const file = path.join(dataFolder, 'demo.password')
  if (!existsSync(file)) writeFileSync(file, `${newPassword()}\n`, { mode: 0o600, flush: true })
  const owner = { email: EMAIL, password: readFileSync(file, 'utf8').trim() }
  await addOwner(db, tenant.id, { ...owner, name: 'Maryam Al Balushi' })
  return owner
}

const newPassword = () =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join(
    '-',
  )
