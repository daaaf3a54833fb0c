import { type Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { readConfig } from '../config.ts'
import { DEMO_SLUG, fillDemo } from '../demo/make.ts'
import { dataFolderOf } from '../installation.ts'
import type { Scope } from '../kit/caller.ts'
import { runJob } from '../kit/jobs.ts'
import { jobs, PARTS, type Part } from '../main.ts'
import { wrapMasterKey } from '../master-key/index.ts'
import { migrateOnly, type Plan, planMigration } from '../migration.ts'
import { inviteStaff, rotateSigningKeys } from '../modules/accounts/index.ts'
import { Email } from '../modules/customers/contract.ts'
import { rebuildTally, rotateKeys } from '../modules/customers/index.ts'
import { rebuildPoints } from '../modules/loyalty/index.ts'
import { rebuildTiers } from '../modules/membership/index.ts'
import { rebuildTotals } from '../modules/orders/index.ts'
import { rebuildStatistics } from '../modules/statistics/index.ts'
import { NewTenant } from '../modules/tenants/contract.ts'
import {
  createApiKey,
  createTenant,
  findTenant,
  listApiKeys,
  listTenants,
  revokeApiKey,
} from '../modules/tenants/index.ts'
import { ROLE_NAMES, ROLES, type Role, SCOPE_NAMES, SCOPES } from '../permissions.ts'
import { furnish, STARTER_NAMES, type StarterName, USUAL_STARTER } from '../starters/starters.ts'
import { addAuditCommands } from './audit.ts'
import { addBackupCommands } from './backup.ts'
import { addDatabaseCommands } from './db.ts'
import { examine } from './doctor.ts'
import { addDuplicatesCommands } from './duplicates.ts'
import { addEventCommands } from './events.ts'
import { growthInWords } from './growth.ts'
import { addImportCommand } from './import.ts'
import { addLoyaltyCommands } from './loyalty.ts'
import { addMcpCommand } from './mcp.ts'
import { addPrivacyCommands } from './privacy.ts'
import { progressBar, say, table } from './say.ts'
import { runServer } from './serve.ts'
import { inOne, inTurn, withKith, withTenant } from './tenants.ts'

const Owner = z.object({ email: Email.optional() })

/** The `kith` command. It calls operations and holds no rules. */
export function addCommands(program: Command): void {
  program
    .command('start')
    .description('Run Kith: HTTP, relay and jobs in one process')
    .option('--only <parts>', `run only these parts: ${PARTS.join(', ')}`, parts)
    .action(({ only }: { only?: Part[] }) => runServer(readConfig(), only, program.opts()['json'] === true))

  program
    .command('migrate')
    .description('Bring the database to the newest schema, and give back what a restore left out')
    .option('--plan', 'print what would be done, and do nothing')
    .action(async ({ plan = false }: { plan?: boolean }) => {
      if (plan) {
        const planned = await planMigration(readConfig())
        return say(program, planned, inWords(planned))
      }
      const migrated = await migrateOnly(readConfig(), jobs)
      const { applied, repaired, notes } = migrated
      const done = applied.length ? `Applied ${applied.join(', ')}.` : 'The schema is up to date.'
      const mended = repaired.length ? [`Gave back ${repaired.length} policies and privileges that were missing.`] : []
      say(program, migrated, [...mended, done, ...notes.map((note) => `${note}.`)].join('\n'))
    })

  program
    .command('doctor')
    .description(
      'Check the machine, the settings, the database, every customer’s record, search, counts and audit chain; print what is stored',
    )
    .option('--repair', 'mend records that are damaged or of a wrong type')
    .action(async ({ repair = false }: { repair?: boolean }) => {
      const report = await examine({ repair })
      const checks = table(report.checks.map(({ name, ok, found }) => [ok ? 'ok' : 'BAD', name, found]))
      const sizes = report.growth.length > 0 ? `\n\n${growthInWords(report.growth)}` : ''
      say(program, report, checks + sizes)
      if (!report.healthy) process.exitCode = 1
    })

  program
    .command('demo')
    .description('Fill the demo tenant with plausible people; the first 1,000 have orders')
    .option('--customers <n>', 'how many there shall be', wholeNumber, 1_000)
    .action(({ customers }: { customers: number }) =>
      withKith(async (kith) => {
        const tenant = await findTenant(kith.db, DEMO_SLUG)
        const started = Date.now()
        const bar = progressBar(program, customers)
        const made = await fillDemo(kith.db, tenant.id, customers, bar.at)
        bar.done()
        const seconds = Math.round((Date.now() - started) / 100) / 10
        say(program, { tenant, customers: made, seconds }, `${made} people in ${seconds} s.`)
      }),
    )

  const tenant = program.command('tenant').description('Tenants')
  tenant
    .command('create <slug>')
    .description('Make a tenant with its keys and a first API key that may do everything but customers:import')
    .requiredOption('--name <name>', 'what customers call it')
    .option('--name2 <name>', 'the same in Arabic')
    .option('--country <code>', 'where phones without a country code are from', 'OM')
    .option('--locale <locale>', 'en or ar', 'en')
    .option(
      '--starter <name>',
      `what it asks its customers at first: ${STARTER_NAMES.join(', ')}`,
      starter,
      USUAL_STARTER,
    )
    .option('--owner-email <email>', 'invite the first owner; the link is also printed')
    .action((slug: string, { ownerEmail, starter, ...options }: Record<string, string> & { starter: StarterName }) => {
      const wish = NewTenant.parse({ slug, ...options }, { reportInput: true })
      const { email } = Owner.parse({ email: ownerEmail }, { reportInput: true })
      return withKith(async (kith) => {
        let invitation: string | null = null
        const made = await createTenant(kith.db, 'cli', wish, async (ctx) => {
          await furnish(ctx, starter)
          if (email !== undefined) invitation = (await inviteStaff(ctx, { email, role: 'owner' })).link
        })
        const lines = [`${made.tenant.slug} ${made.tenant.id}`, `API key (shown this once): ${made.apiKey}`]
        if (invitation !== null) lines.push(`Invitation of the owner, good for 7 days: ${invitation}`)
        say(program, { ...made, invitation }, lines.join('\n'))
      })
    })
  tenant
    .command('list')
    .description('List the tenants')
    .action(() =>
      withKith(async (kith) => {
        const tenants = await listTenants(kith.db)
        say(program, { tenants }, table(tenants.map((one) => [one.slug, one.name, one.id, one.createdAt])))
      }),
    )

  const key = program.command('key').description('API keys of a tenant')
  withTenant(key.command('create'), 'Make an API key; it is shown once')
    .requiredOption('--name <name>', 'what it is for')
    .option('--role <role>', `what it may do: ${Object.keys(ROLES).join(', ')}`, role)
    .option('--scopes <scopes>', `or in detail: ${Object.keys(SCOPES).join(', ')}`, scopes)
    .option('--per-minute <n>', 'requests per minute; 0 for no limit', wholeNumber)
    .action((options: KeyOptions, command: Command) => {
      const { name, perMinute, role, scopes } = options
      const granted = scopes ?? (role && ROLES[role])
      if (!granted || (role && scopes)) command.error('error: say what the key may do: either --role or --scopes')
      return inOne(options.tenant, async (ctx) => {
        const made = await createApiKey(ctx, { name, scopes: granted, ...(perMinute !== undefined && { perMinute }) })
        return () =>
          say(program, { id: made.id, apiKey: made.apiKey }, `${made.id}\nAPI key (shown this once): ${made.apiKey}`)
      })
    })
  withTenant(key.command('list'), 'List the API keys').action((options: { tenant?: string }) =>
    inOne(options.tenant, async (ctx) => {
      const keys = await listApiKeys(ctx)
      const state = (one: (typeof keys)[0]) => (one.revokedAt ? 'revoked' : 'valid')
      return () =>
        say(program, { keys }, table(keys.map((one) => [one.id, state(one), one.name, one.scopes.join(' ')])))
    }),
  )
  withTenant(key.command('revoke <id>'), 'Revoke an API key, at once and everywhere').action(
    (id: string, options: { tenant?: string }) =>
      inOne(options.tenant, async (ctx) => {
        await revokeApiKey(ctx, { keyId: id })
        return () => say(program, { revoked: id }, `Revoked ${id}.`)
      }),
  )

  const keys = program.command('keys').description('Encryption keys of the tenants')
  withTenant(
    keys.command('rotate'),
    'New wrapping keys, under the present master key; what is sealed is not touched',
  ).action((options: { tenant?: string }) =>
    withKith(async (kith) => {
      const tenants = options.tenant ? [await findTenant(kith.db, options.tenant)] : await listTenants(kith.db)
      const rotated = await inTurn(tenants, async ({ id, slug }) => ({
        tenant: slug,
        ...(await rotateKeys(kith.db, id)),
      }))
      say(program, { rotated }, table(rotated.map((one) => [one.tenant, `${one.rewrapped} data keys wrapped anew`])))
    }),
  )

  keys
    .command('wrap')
    .description('Encrypt the present master key by Vault; KITH_MASTER_KEY is then set to what it prints')
    .action(async () => {
      const config = readConfig()
      const wrapped = await wrapMasterKey(config, config.DATABASE_URL ? undefined : dataFolderOf(config))
      say(program, { wrapped }, wrapped)
    })

  withTenant(
    keys.command('rotate-signing'),
    'A new key for access tokens, at once; the present one is published until its last token has expired',
  ).action((options: { tenant?: string }) =>
    withKith(async (kith) => {
      const tenants = options.tenant ? [await findTenant(kith.db, options.tenant)] : await listTenants(kith.db)
      await inTurn(tenants, ({ id }) => rotateSigningKeys(kith.db, id, { now: true }))
      say(program, { rotated: tenants }, table(tenants.map(({ slug }) => [slug, 'signs with a new key'])))
    }),
  )

  addAuditCommands(program)
  addBackupCommands(program)
  addDatabaseCommands(program)
  addLoyaltyCommands(program)
  addPrivacyCommands(program)
  addDuplicatesCommands(program)
  addImportCommand(program)
  addEventCommands(program)
  addMcpCommand(program)

  const clock = program.command('jobs').description('What runs on a clock')
  clock
    .command('list', { isDefault: true })
    .description('Name every job, when it runs (UTC) and what it does')
    .action(() => {
      const listed = jobs.map(({ name, cron, summary }) => ({ name, cron, summary }))
      say(program, { jobs: listed }, table(listed.map(({ name, cron, summary }) => [name, cron, summary])))
    })
  clock
    .command('run <name>')
    .description('Run one now, for every tenant')
    .action((name: string) =>
      withKith(async (kith) => {
        const job = jobs.find((one) => one.name === name)
        if (!job) throw new Error(`There is no job ${name}; see: kith jobs list`)
        await runJob(kith.db, job, kith.log)
        say(program, { ran: name }, `${name} is done.`)
      }),
    )

  const stats = program.command('stats').description('Statistics')
  withTenant(
    stats.command('rebuild'),
    'Count customers, orders, points and figures anew, derive tiers from plans, and name what was wrong',
  ).action((options: { tenant?: string }) =>
    inOne(options.tenant, async (ctx) => {
      const counted = await rebuildTally(ctx)
      const { orders, drifts: ofOrders } = await rebuildTotals(ctx)
      const points = await rebuildPoints(ctx)
      const drifts = [...ofOrders, ...points.drifts, ...(await rebuildTiers(ctx)).drifts]
      const figures = await rebuildStatistics(ctx)
      const sums = [
        `${counted.customers} customers counted, ${counted.corrected} counts corrected.`,
        `${orders} orders and all points added up, ${drifts.length} totals corrected.`,
        ...drifts.map((one) => `${one.customer} ${one.what}: was ${one.believed}, is ${one.counted}`),
        ...points.owed.map((one) => `points ${one.kind} ${one.day}: was ${one.believed}, is ${one.counted}`),
        `${figures.corrected} entries of customers and ${figures.drifts.length} figures corrected.`,
        ...figures.drifts.map((one) => `${one.figure} ${one.part} ${one.day}: was ${one.believed}, is ${one.counted}`),
      ]
      return () => say(program, { ...counted, orders, drifts, owed: points.owed, figures }, sums.join('\n'))
    }),
  )
}

function inWords({ statements, repairs, migrations, steps }: Plan): string {
  const roles = statements.length
    ? ['-- By a role that may create roles:', ...statements.map((statement) => `${statement};`)]
    : ['-- All roles are there.']
  const mended = repairs.length
    ? [`-- By kith migrate: ${repairs.length} policies and privileges that are missing`]
    : []
  const schema = migrations.length ? `-- By kith migrate: ${migrations.join(', ')}` : '-- The schema is up to date.'
  return [...roles, ...mended, schema, ...steps.map(stepInWords)].join('\n')
}

/** From so many rows on, what visits each of them is worth a quieter hour. */
const LONG_ROWS = 500_000

const MEANWHILE: Readonly<Record<Plan['steps'][number]['lock'], string>> = {
  'row exclusive': 'read and written meanwhile',
  share: 'read and not written meanwhile',
  'share row exclusive': 'read and not written meanwhile',
  'access exclusive': 'neither read nor written meanwhile',
}

function stepInWords({ migration, table, lock, work, rows, bytes }: Plan['steps'][number]): string {
  const size = `about ${Math.round(rows).toLocaleString('en')} rows, ${Math.ceil(bytes / 1_000_000).toLocaleString('en')} MB`
  const visits = work === 'none' ? 'no row is visited' : work === 'reads' ? 'every row is read' : 'rows are written'
  const long = work !== 'none' && rows >= LONG_ROWS ? '; LONG' : ''
  return `--   ${migration}: ${table} (${size}): ${MEANWHILE[lock]} (${lock}); ${visits}${long}`
}

interface KeyOptions {
  readonly tenant?: string
  readonly name: string
  readonly role?: Role
  readonly scopes?: Scope[]
  readonly perMinute?: number
}

const parts = (written: string): Part[] => written.split(',').map(oneOf(PARTS))
const starter = oneOf(STARTER_NAMES)
const role = oneOf(ROLE_NAMES)

/** Takes one of these names. */
function oneOf<Name extends string>(names: readonly Name[]) {
  return (written: string): Name => {
    const found = names.find((name) => name === written.trim())
    if (found === undefined) throw new InvalidArgumentError(`It takes ${names.join(', ')}.`)
    return found
  }
}

function wholeNumber(written: string): number {
  if (!/^\d{1,8}$/.test(written)) throw new InvalidArgumentError('It takes a whole number.')
  return Number(written)
}

function scopes(written: string): Scope[] {
  return written.split(',').map((one) => {
    const found = SCOPE_NAMES.find((scope) => scope === one.trim())
    if (!found) throw new InvalidArgumentError(`There is no scope ${one.trim()}.`)
    return found
  })
}
