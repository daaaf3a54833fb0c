import type { Command } from 'commander'
import type { ChainReport } from '../kit/audit-verify.ts'
import { itself } from '../kit/caller.ts'
import { inTenant } from '../kit/transaction.ts'
import { acceptRestore, verifyAnchored } from '../modules/audit/index.ts'
import { findTenant, listTenants } from '../modules/tenants/index.ts'
import { say, table } from './say.ts'
import { inTurn, withKith, withTenant } from './tenants.ts'

interface Options {
  readonly tenant?: string
  readonly anchors?: string
}

export function addAuditCommands(program: Command): void {
  const audit = program.command('audit').description('The audit trail')
  withTenant(
    audit.command('verify'),
    'Walk the chain, compare its end with the anchors, and name the first broken link',
  )
    .option('--anchors <file>', 'a file of anchors, or a log, instead of KITH_AUDIT_ANCHORS')
    .action((options: Options) =>
      withKith(async ({ db }) => {
        const tenants = options.tenant ? [await findTenant(db, options.tenant)] : await listTenants(db)
        const reports = await inTurn(tenants, async ({ id, slug }) => ({
          tenant: slug,
          ...(await inTenant(db, itself(id, 'cli'), (ctx) => verifyAnchored(ctx, options.anchors), { readOnly: true })),
        }))
        const lines = reports.map(({ tenant, broken, entries, unsealed, anchor, begins, beginNoted }) => [
          tenant,
          broken ? `BROKEN: ${brokenInWords(broken)}` : 'intact',
          `${entries} sealed, ${unsealed} waiting${begins ? `, ${begins.position} released` : ''}`,
          begins && !beginNoted ? 'its beginning is in no anchor that was compared' : '',
          anchor ? `anchor of ${anchor.at.toISOString()}` : 'no anchor to compare',
        ])
        const isAhead = reports.some(({ broken }) => broken?.anchoredAt)
        const isUnknown = reports.some(({ begins, beginNoted }) => begins && !beginNoted)
        const hints = [...(isAhead ? [AFTER_A_RESTORE] : []), ...(isUnknown ? [OF_ANOTHER_SERVER] : [])]
        say(program, { reports }, [table(lines), ...hints].join('\n\n'))
        if (reports.some(({ broken }) => broken)) process.exitCode = 1
      }),
    )

  withTenant(audit.command('accept-restore'), 'Say that a chain ends before its anchors because a backup was restored')
    .option('--anchors <file>', 'the file of anchors instead of KITH_AUDIT_ANCHORS')
    .action((options: Options) =>
      withKith(async ({ db }) => {
        const tenants = options.tenant ? [await findTenant(db, options.tenant)] : await listTenants(db)
        const path = options.anchors ?? db.config.KITH_AUDIT_ANCHORS
        if (path === undefined) throw new Error('There is no file of anchors; name it with --anchors')
        const accepted = await inTurn(tenants, async ({ id, slug }) => ({
          tenant: slug,
          accepted: await acceptRestore(db, id, path),
        }))
        const inWords = (one: (typeof accepted)[0]['accepted']) =>
          one ? `the chain goes on from entry ${one.entries}; noted in the trail and in ${path}` : 'the anchors fit'
        say(program, { accepted }, table(accepted.map((one) => [one.tenant, inWords(one.accepted)])))
      }),
    )
}

const AFTER_A_RESTORE =
  'An anchor outside of the database knows more than the chain: its tail was cut, or the database is a backup from before the anchor. If you restored a backup: kith audit accept-restore'

const OF_ANOTHER_SERVER =
  'Where a chain begins is noted by the server that released what was before. If there are several: join their anchors, and kith audit verify --anchors <joined file>. If none of them knows it, it was cut.'

export function brokenInWords({ seq, what, anchoredAt }: NonNullable<ChainReport['broken']>): string {
  const since = anchoredAt ? `, by an anchor of ${anchoredAt.toISOString()}` : ''
  return `broken at ${seq}: ${what}${since}`
}
