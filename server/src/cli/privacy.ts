import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { erasuresAreRepeated, pendingSince } from '../backup/pending.ts'
import { itself } from '../kit/caller.ts'
import { inTenant } from '../kit/transaction.ts'
import {
  ledgerOf,
  NEEDS_HUMAN,
  type Outcome,
  readLedger,
  repeatErasures,
  verifyCertificate,
} from '../modules/privacy/index.ts'
import { findTenant, listTenants } from '../modules/tenants/index.ts'
import { say, table } from './say.ts'
import { withKith, withTenant } from './tenants.ts'

export function addPrivacyCommands(program: Command): void {
  const privacy = program.command('privacy').description('Privacy')
  privacy
    .command('verify <file>')
    .description('Check a certificate of erasure, with nothing but its file')
    .option('--key <thumbprint>', 'believe only the key with this thumbprint')
    .action(async (file: string, { key }: { key?: string }) => {
      const { claims, thumbprint } = await verifyCertificate(readFileSync(file, 'utf8'), key)
      const counts = claims.tables.map(({ table, rows, fate }) => [table, String(rows), fate])
      const warning = key ? '' : `\nWhose key ${thumbprint} is, the file cannot tell: compare it, or give it as --key.`
      const what = `The signature holds: erasure ${claims.erasure} of ${claims.erasedAt}`
      const where = `entry ${claims.audit.entry} of the audit chain, whose head was ${claims.audit.position}`
      say(
        program,
        { valid: true, pinned: key !== undefined, thumbprint, claims },
        `${what}, ${where}.\n${table(counts)}${warning}`,
      )
    })

  withTenant(privacy.command('ledger'), 'Print every certificate of erasure, one a line, to be kept elsewhere').action(
    (options: { tenant?: string }) =>
      withKith(async ({ db }) => {
        const tenants = options.tenant ? [await findTenant(db, options.tenant)] : await listTenants(db)
        const print = (line: string) => void process.stdout.write(line)
        for (const { id } of tenants)
          await inTenant(
            db,
            itself(id, 'cli'),
            async (ctx) => {
              for await (const line of ledgerOf(ctx)) print(line)
            },
            { readOnly: true },
          )
      }),
  )

  privacy
    .command('repeat-erasures <files...>')
    .description('After restoring a backup: repeat the erasures of these certificates or ledgers')
    .option('--dry-run', 'say what would happen, and do nothing', false)
    .option('--key <thumbprint>', 'also believe the key with this thumbprint, if the backup is older than the key')
    .action((files: string[], { dryRun, key }: { dryRun: boolean; key?: string }, command: Command) => {
      const certificates = files.flatMap((file) => readLedger(file, readFileSync(file, 'utf8')))
      if (certificates.length === 0) return command.error('error: there is no certificate in these files')
      return withKith(async ({ db, dataFolder }) => {
        const repeated = await repeatErasures(db, certificates, { dryRun, trusted: key })
        const rows = repeated.map((one) => [MEANING[one.outcome], one.customer ?? '', one.erasure ?? '', one.at])
        const open = repeated.filter(({ outcome }) => NEEDS_HUMAN.includes(outcome)).length
        say(program, { dryRun, repeated, open }, `${table(rows)}\n${open === 0 ? 'No one is left.' : `${open} left.`}`)
        if (open > 0) process.exitCode = 1
        else if (!dryRun && dataFolder !== null) allowToServe(dataFolder, repeated)
      })
    })
}

/** Not by a ledger from before the backup: it cannot tell who was erased since. */
function allowToServe(dataFolder: string, repeated: Awaited<ReturnType<typeof repeatErasures>>): void {
  const backupAt = pendingSince(dataFolder)
  if (backupAt === null) return
  const known = repeated.filter(({ outcome }) => outcome !== 'unknown_tenant')
  if (known.some(({ erasedAt }) => erasedAt !== null && Date.parse(erasedAt) > Date.parse(backupAt))) {
    erasuresAreRepeated(dataFolder)
    return
  }
  process.stderr.write(
    `It is not served yet: these files have no erasure since the backup of ${backupAt}. Give the newest ledger, or run \`kith restore --no-erasures\` if no person was erased since.\n`,
  )
  process.exitCode = 1
}

const MEANING: Readonly<Record<Outcome, string>> = {
  erased: 'erased again',
  would_be_erased: 'would be erased',
  gone: 'still erased',
  never_here: 'not in this backup',
  unreadable: 'has no key: unreadable',
  merged: 'MERGED into another customer: undo the merge',
  held: 'HELD since: lift the legal hold',
  not_ours: 'SIGNED with a key that this backup does not know: compare it, give it as --key',
  unknown_tenant: 'no such tenant in this backup',
  unbelievable: 'NO CERTIFICATE: the signature does not fit',
}
