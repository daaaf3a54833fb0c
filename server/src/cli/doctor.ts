import { type Config, readConfig } from '../config.ts'
import { roomIn } from '../db/disk.ts'
import { messageOf } from '../error.ts'
import { openKith } from '../kith.ts'
import { jobs } from '../main.ts'
import { masterKeyPlace } from '../master-key/index.ts'
import { listTenants } from '../modules/tenants/index.ts'
import { measureGrowth } from './growth.ts'
import { examineRecords } from './records.ts'
import { examineWhole } from './whole.ts'

interface Check {
  readonly name: string
  readonly ok: boolean
  readonly found: string
}

/** What a person would check first when something does not work. */
export async function examine({ repair = false, config: given }: { repair?: boolean; config?: Config } = {}) {
  const checks: Check[] = []
  const growth: Growth = []
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  checks.push({ name: 'Node', ok: major > 20 || (major === 20 && minor >= 19), found: process.versions.node })
  try {
    const config = given ?? readConfig()
    checks.push({ name: 'settings', ok: true, found: config.DATABASE_URL ? 'DATABASE_URL' : 'embedded database' })
    checks.push(...(await examineDatabase({ ...config, LOG_LEVEL: 'silent' }, repair, growth)))
  } catch (error) {
    checks.push({ name: 'start', ok: false, found: messageOf(error).split('\n')[0]! })
  }
  return { healthy: checks.every(({ ok }) => ok), checks, growth }
}

type Growth = Awaited<ReturnType<typeof measureGrowth>>

async function examineDatabase(config: Config, repair: boolean, growth: Growth): Promise<Check[]> {
  const kith = await openKith(config, jobs)
  try {
    growth.push(...(await measureGrowth(kith)))
    const started = performance.now()
    const { rows } = await kith.db.pool.query(`
      select current_setting('server_version') as version, current_setting('fsync') as fsync,
             current_setting('synchronous_commit') as commits, rolsuper or rolbypassrls as bypasses
        from pg_roles where rolname = current_user`)
    const { version, fsync, commits, bypasses } = rows[0]
    const roundTrip = Math.round((performance.now() - started) * 10) / 10
    const tenants = await listTenants(kith.db)
    return [
      { name: 'data folder', ok: true, found: kith.dataFolder ?? 'none' },
      ...(await examineDisk(kith.dataFolder, config.KITH_DISK_LOW)),
      { name: 'PostgreSQL', ok: Number.parseInt(version, 10) >= 15, found: `${version}, answers in ${roundTrip} ms` },
      {
        name: 'durability',
        ok: fsync === 'on' && commits !== 'off',
        found: `fsync ${fsync}, synchronous_commit ${commits}`,
      },
      {
        name: 'row security',
        ok: !bypasses,
        found: bypasses ? 'the role of the requests bypasses it' : 'binds the role',
      },
      { name: 'schema', ok: true, found: 'up to date' },
      {
        name: 'master key',
        ok: true,
        found: `opens every tenant; ${inWords(masterKeyPlace(kith.config, kith.dataFolder))}`,
      },
      { name: 'tenants', ok: true, found: String(tenants.length) },
      await examineRecords(kith, { repair }),
      ...(await examineWhole(kith)),
    ]
  } finally {
    await kith.close()
  }
}

const inWords = ({ where, besideTheData }: ReturnType<typeof masterKeyPlace>) =>
  besideTheData ? `${where}, beside the data` : where

/** The disk of another machine cannot be seen from here. */
async function examineDisk(folder: string | null, lowMb: number): Promise<Check[]> {
  if (folder === null) return []
  const { freeMb, trouble } = await roomIn(folder, lowMb)
  return [{ name: 'disk', ok: trouble === null, found: trouble ?? `${freeMb.toLocaleString('en')} MB are left` }]
}
