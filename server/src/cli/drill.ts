import {
  chmodSync,
  createReadStream,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { restoreBackup } from '../backup/restore.ts'
import { BadConfig, type Config } from '../config.ts'
import { isAlive } from '../db/embedded/index.ts'
import { dataFolderOf, findDatabase } from '../installation.ts'
import { openKith } from '../kith.ts'
import { jobs } from '../main.ts'
import { migrateDatabase } from '../migration.ts'
import { NEEDS_HUMAN, readLedger, repeatErasures } from '../modules/privacy/index.ts'
import { examine } from './doctor.ts'
import { table } from './say.ts'

interface Drilled {
  readonly at: string
  readonly rows: number
  /** What would be lost, if the machine were lost now: the age of the backup. */
  readonly rpoSeconds: number
  /** How long it took until it could be served. */
  readonly rtoSeconds: number
  readonly erasures: number
  /** Erasures of the ledgers that could not be repeated. */
  readonly open: number
  readonly whole: boolean
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly found: string }[]
}

/** A restore as it would be, in a folder of its own: counts and checksums, the erasures since, every record, the audit chain. */
export async function drillRestore(
  config: Config,
  { file, keys }: { readonly file: string; readonly keys: string },
  ledgers: readonly string[],
): Promise<Drilled> {
  const secret = config.KITH_BACKUP_KEY
  if (!secret) throw new BadConfig('KITH_BACKUP_KEY is required, with which the backup was written')
  const KITH_MASTER_KEY = masterKeyOf(config)
  removeStale()
  const folder = mkdtempSync(path.join(tmpdir(), `kith-drill-${process.pid}-`))
  // Under root the user of the database passes through to its own folder; this one stays ours.
  chmodSync(folder, 0o711)
  const begun = performance.now()
  const forget = () => rmSync(folder, { recursive: true, force: true })
  const stopped = () => {
    forget()
    process.exit(130)
  }
  for (const signal of SIGNALS) process.once(signal, stopped)
  try {
    // What is outside of the folder stays as it is: the ledger and the anchors tell of the real database.
    const { DATABASE_URL: _, KITH_ERASURE_LEDGER: __, KITH_AUDIT_ANCHORS: ___, NATS_URL: ____, ...rest } = config
    const here: Config = {
      ...rest,
      KITH_MASTER_KEY,
      KITH_DATA: path.join(folder, 'data'),
      KITH_DEMO: 'off',
      LOG_LEVEL: 'silent',
    }
    const place = await findDatabase(here)
    const restored = await (async () => {
      await migrateDatabase(place, jobs)
      const files = { all: createReadStream(file), keys: createReadStream(keys) }
      // Never served.
      const mark = { set() {}, clear() {} }
      return restoreBackup(place.owner, secret, files, { keepKeys: false, skipNumbers: 0, mark })
    })().finally(() => place.embedded?.stop())
    const { erasures, open } = await repeated(here, ledgers)
    const { healthy, checks } = await examine({ config: here })
    return {
      at: restored.at,
      rows: restored.rows,
      rpoSeconds: Math.round((Date.now() - Date.parse(restored.at)) / 1000),
      rtoSeconds: Math.round((performance.now() - begun) / 100) / 10,
      ...{ erasures, open },
      whole: healthy && open === 0,
      checks,
    }
  } finally {
    for (const signal of SIGNALS) process.off(signal, stopped)
    forget()
  }
}
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/** The folders of drills that were killed hold whole databases, with what has been erased since. */
function removeStale(): void {
  for (const name of readdirSync(tmpdir())) {
    const maker = /^kith-drill-(\d+)-/.exec(name)?.[1]
    if (!maker || isAlive(Number(maker))) continue
    const folder = path.join(tmpdir(), name)
    // Anyone may put something by this name there.
    if (isOurs(folder)) rmSync(folder, { recursive: true, force: true })
  }
}

function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false })
  return found?.isDirectory() === true && (process.getuid === undefined || found.uid === process.getuid())
}

/** Without it nothing can be opened; it is in no backup, and is not copied beside the restored data. */
function masterKeyOf(config: Config): NonNullable<Config['KITH_MASTER_KEY']> {
  const { KITH_MASTER_KEY: place } = config
  if (place && !('besideTheData' in place)) return place
  const own = path.join(dataFolderOf(config), 'master.key')
  if (!existsSync(own)) throw new BadConfig('KITH_MASTER_KEY is required where there is no data folder')
  return { file: own }
}

async function repeated(config: Config, ledgers: readonly string[]) {
  if (ledgers.length === 0) return { erasures: 0, open: 0 }
  const kith = await openKith(config, jobs)
  try {
    const certificates = ledgers.flatMap((file) => readLedger(file, readFileSync(file, 'utf8')))
    const outcomes = await repeatErasures(kith.db, certificates, { dryRun: false, trusted: undefined })
    return {
      erasures: outcomes.filter(({ outcome }) => outcome === 'erased').length,
      open: outcomes.filter(({ outcome }) => NEEDS_HUMAN.includes(outcome)).length,
    }
  } finally {
    await kith.close()
  }
}

export const drillInWords = ({ at, rows, rpoSeconds, rtoSeconds, erasures, open, whole, checks }: Drilled): string =>
  [
    `Restored ${rows} rows, as of ${at}; ${erasures} erasures repeated${open === 0 ? '' : `, ${open} that could not be`}.`,
    `RPO: ${rpoSeconds} s of changes would be lost now. RTO: ${rtoSeconds} s until it could be served.`,
    table(checks.map(({ name, ok, found }) => [ok ? 'ok' : 'BAD', name, found])),
    whole ? 'The backup is whole.' : 'The backup is NOT whole.',
  ].join('\n')
