import { createReadStream, createWriteStream } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import { erasuresAreRepeated, markRestored } from '../backup/pending.ts'
import { restoreBackup } from '../backup/restore.ts'
import { writeBackup } from '../backup/write.ts'
import { BadConfig, type Config, readConfig } from '../config.ts'
import { findDatabase, type Installation } from '../installation.ts'
import { jobs } from '../main.ts'
import { migrateDatabase } from '../migration.ts'
import { verifyChains } from './chains.ts'
import { drillInWords, drillRestore } from './drill.ts'
import { say } from './say.ts'

const USUAL_SKIP = 1_000

interface RestoreOptions {
  readonly keys?: string
  readonly erasures: boolean
  readonly keepKeys: boolean
  readonly skipNumbers: number
  readonly drill: boolean
  readonly ledger: readonly string[]
}

export function addBackupCommands(program: Command): void {
  program
    .command('backup <file>')
    .description('Write everything into an encrypted file, while the server runs; `-` is standard output')
    .requiredOption(
      '--keys <file>',
      'the keys of the customers, apart: keep them for as long as an erasure may take to reach backups',
    )
    .action((file: string, { keys }: { keys: string }) =>
      withPlace(async (place, secret) => {
        const main = file === '-' ? process.stdout : createWriteStream(file, { mode: 0o600, flags: 'wx' })
        const written = await writeBackup(
          place.owner,
          secret,
          main,
          createWriteStream(keys, { mode: 0o600, flags: 'wx' }),
        )
        const line = `${written.rows} rows of ${written.tables} tables, as of ${written.at.toISOString()}.`
        if (file === '-') process.stderr.write(`${line}\n`)
        else say(program, written, line)
      }),
    )
  program
    .command('restore [file]')
    .description(
      'Restore a backup into an empty data folder. It is not served before the erasures made since were repeated',
    )
    .option('--keys <file>', 'the keys that were written with it')
    .option('--keep-keys', 'no API key was revoked since that backup; by default all are revoked', false)
    .option(
      '--skip-numbers <n>',
      'numbers of customers that are left out, as they may have been given since',
      count,
      USUAL_SKIP,
    )
    .option('--no-erasures', 'no person was erased since that backup: let it be served')
    .option(
      '--drill',
      'restore into a folder of its own that is deleted afterwards, check it, report RPO and RTO',
      false,
    )
    .option('--ledger <files...>', 'with --drill: repeat the erasures of these ledgers too', [])
    .action(async (file: string | undefined, options: RestoreOptions, command: Command) => {
      const { keys, erasures, drill, ledger } = options
      if (file !== undefined && keys === undefined)
        return command.error('error: give the keys that were written with it: --keys')
      if (drill) {
        if (file === undefined) return command.error('error: give the backup to try')
        const report = await drillRestore(readConfig(), { file, keys: keys! }, ledger)
        say(program, report, drillInWords(report))
        if (!report.whole) process.exitCode = 1
        return
      }
      await withPlace(async (place, secret, config) => {
        const { dataFolder } = place
        if (dataFolder === null)
          return command.error('error: a database of its own is restored with pg_restore; see docs/operations.md')
        if (file !== undefined) {
          const files = { all: createReadStream(file), keys: createReadStream(keys!) }
          const mark = {
            set: (backupAt: string) => markRestored(dataFolder, backupAt),
            clear: () => erasuresAreRepeated(dataFolder),
          }
          const restored = await restoreBackup(place.owner, secret, files, { ...options, mark })
          const chains = await verifyChains(place, config).catch((error: Error) => error)
          const { tables, rows, at } = restored
          const counted = `Restored ${rows} rows of ${tables} tables, as of ${at}: counts and checksums are those of the backup`
          if (chains instanceof Error) {
            say(
              program,
              { ...restored, chains: null },
              `${counted}, but the audit chain could NOT be verified; it is not served. Mend this, then: kith audit verify.\n${chains.message.split('\n')[0]}`,
            )
            process.exitCode = 1
            return
          }
          if (chains.broken.length > 0) {
            say(
              program,
              { ...restored, chains },
              `${counted}, but the audit chain is BROKEN; it is not served.\n${chains.broken.join('\n')}`,
            )
            process.exitCode = 1
            return
          }
          say(
            program,
            { ...restored, chains },
            `${counted}, and the audit chain is intact (${chains.entries} entries, ${chains.businesses} businesses). Next: kith privacy repeat-erasures <ledger>, and kith doctor. ${ofKeys(options)} Staff suspended since then are as they were then: suspend them again.`,
          )
        }
        if (!erasures) {
          erasuresAreRepeated(dataFolder)
          say(program, { served: true }, 'It will be served.')
        }
      })
    })
}

const ofKeys = ({ keepKeys }: RestoreOptions) =>
  keepKeys
    ? 'API keys revoked since then are as they were then: revoke them again.'
    : 'All API keys are revoked: create new ones.'

function count(written: string): number {
  if (!/^\d{1,7}$/.test(written)) throw new InvalidArgumentError('It takes a whole number.')
  return Number(written)
}

async function withPlace(work: (place: Installation, secret: Buffer, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig()
  if (!config.KITH_BACKUP_KEY)
    throw new BadConfig('KITH_BACKUP_KEY is required; make one with `openssl rand -hex 32`, and keep it apart')
  const place = await findDatabase(config)
  try {
    if (place.embedded) await migrateDatabase(place, jobs)
    await work(place, config.KITH_BACKUP_KEY, config)
  } finally {
    await place.embedded?.stop()
  }
}
