import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { z } from 'zod'
import { itself } from '../kit/caller.ts'
import type { Context } from '../kit/context.ts'
import type { Database } from '../kit/database.ts'
import type { Subscriber } from '../kit/module.ts'
import { ExactMoment } from '../kit/text.ts'
import { inTenant } from '../kit/transaction.ts'
import { rewind, whyNotAgain } from '../modules/events/index.ts'
import { republish } from '../modules/nats/index.ts'
import { findTenant, listTenants } from '../modules/tenants/index.ts'
import { signed } from '../modules/webhooks/index.ts'
import { modules } from '../modules.ts'
import { type Followed, follow, type Source } from './follow.ts'
import { isJson, say, table } from './say.ts'
import { inTurn, withKith, withTenant } from './tenants.ts'

const withSource = (command: Command) =>
  command
    .option('--url <url>', 'the server; by default KITH_URL, else http://localhost:4000')
    .option('--key <key>', 'an API key with webhooks:read; by default KITH_API_KEY')
    .option('--since <position or time>', 'begin there; by default with what comes')
    .option('--types <types>', 'only these, separated by commas')

export function addEventCommands(program: Command): void {
  const events = program.command('events').description('Events of a running server')
  withSource(events.command('tail'))
    .description('Print the events as they come')
    .action((given: Given, command: Command) =>
      untilStopped(sourceOf(given, command), async ({ event, type, position }) => {
        process.stdout.write(
          isJson(program) ? `${event}\n` : `${position.padStart(8)}  ${type.padEnd(32)}  ${dataOf(event)}\n`,
        )
      }),
    )

  withTenant(events.command('republish'), 'Publish to NATS again what happened since a time, under the same ids')
    .requiredOption('--since <time>', 'as 2026-11-30T09:00:00Z')
    .option('--types <types>', 'only these, separated by commas')
    .action(({ since, types, tenant }: Range & { since: string }, command: Command) => {
      const wanted = rangeOf({ since, types })
      return withKith(async ({ db }) => {
        refuseUnknown(db, wanted.types, command)
        const tenants = await inEach(db, tenant, (ctx) => republish(ctx, wanted.since, wanted.types))
        const ends = `again since ${wanted.since.toISOString()}; NATS drops those that it got within the last 10 minutes`
        say(
          program,
          { since: wanted.since, types: wanted.types ?? null, tenants },
          table(tenants.map(({ slug }) => [slug, ends])),
        )
      })
    })

  withTenant(
    events.command('rewind <subscriber>'),
    'Let a part of Kith that hears events hear them again: all since a time, those of some types, or both',
  )
    .option('--since <time>', 'as 2026-11-30T09:00:00Z; by default all that are kept')
    .option('--types <types>', 'only these, separated by commas')
    .addHelpText(
      'after',
      `\nSubscribers:\n${table(SUBSCRIBERS.map((one) => [`  ${one.name}`, inWords(one)]))}\n\n${OTHERS}`,
    )
    .action((name: string, { since, types, tenant }: Range, command: Command) => {
      const subscriber = SUBSCRIBERS.find((one) => one.name === name)
      if (!subscriber) {
        const names = SUBSCRIBERS.map((one) => one.name).join(', ')
        return command.error(`error: there is no subscriber ${name}; there are ${names}. ${OTHERS}`)
      }
      if (since === undefined && types === undefined)
        return command.error('error: say which events: --since, --types, or both')
      const wanted = rangeOf({ since, types })
      return withKith(async ({ db }) => {
        refuseUnknown(db, wanted.types, command)
        const tenants = await inEach(db, tenant, (ctx) => rewind(ctx, subscriber, wanted))
        const from = since === undefined ? 'from the first that is kept' : `since ${wanted.since.toISOString()}`
        say(
          program,
          { subscriber: name, since: since === undefined ? null : wanted.since, types: wanted.types ?? null, tenants },
          table(tenants.map(({ slug }) => [slug, `${name} hears again ${from}`])),
        )
      })
    })

  const webhooks = program.command('webhooks').description('Webhooks')
  withSource(webhooks.command('listen'))
    .description('Hand the events of a running server to a program on this machine, signed like a webhook')
    .requiredOption('--to <url>', 'where the program listens, as http://localhost:3000/hook')
    .option('--secret <secret>', 'whsec_…; by default a new one is printed')
    .action((given: Given & { to: string; secret?: string }, command: Command) => {
      const secret = given.secret ?? `whsec_${randomBytes(32).toString('base64')}`
      if (!isSecret(secret)) return command.error('error: --secret takes whsec_ and base64')
      if (given.secret === undefined) process.stderr.write(`Signed with ${secret}\n`)
      return untilStopped(sourceOf(given, command), async ({ event, type }) => {
        const { id } = Kept.parse(JSON.parse(event))
        const headers = { 'content-type': 'application/json', ...signed(id, new Date(), event, [secret]) }
        const answer = await fetch(given.to, { method: 'POST', headers, body: event }).catch((error: Error) => error)
        const said = answer instanceof Error ? (answer.cause ?? answer) : answer.status
        process.stdout.write(
          isJson(program) ? `${JSON.stringify({ id, type, answer: String(said) })}\n` : `${type}  ${id}  ${said}\n`,
        )
      })
    })
}

const SUBSCRIBERS = modules.flatMap((module) => module.subscribers)
const OTHERS =
  'NATS gets events again by kith events republish. Statistics and totals are counted with each change, never from events: kith stats rebuild counts them anew.'
const inWords = (subscriber: Subscriber) => {
  const why = whyNotAgain(subscriber)
  return why === null ? 'does nothing twice' : `is not set back: ${why}`
}

/** As the library takes it. */
function isSecret(secret: string): boolean {
  try {
    signed('evt', new Date(), '', [secret])
    return true
  } catch {
    return false
  }
}

interface Range {
  readonly since?: string | undefined
  readonly types?: string | undefined
  readonly tenant?: string
}

const Since = z.object({ since: ExactMoment })

function rangeOf({ since, types }: Range): { since: Date; types?: string[] } {
  const from = since === undefined ? new Date(0) : Since.parse({ since }, { reportInput: true }).since
  return { since: from, ...(types !== undefined && { types: types.split(',').map((type) => type.trim()) }) }
}

function refuseUnknown({ eventKinds }: Database, types: readonly string[] | undefined, command: Command): void {
  const unknown = types?.filter((type) => !eventKinds.some((kind) => kind.type === type)) ?? []
  if (unknown.length > 0) command.error(`error: there are no events ${unknown.join(', ')}`)
}

async function inEach(db: Database, slug: string | undefined, work: (ctx: Context) => Promise<void>) {
  const tenants = slug === undefined ? await listTenants(db) : [await findTenant(db, slug)]
  await inTurn(tenants, ({ id }) => inTenant(db, itself(id, 'cli'), work))
  return tenants
}

interface Given {
  readonly url?: string
  readonly key?: string
  readonly since?: string
  readonly types?: string
}

function sourceOf({ url, key, ...which }: Given, command: Command): Source {
  const found = key ?? process.env['KITH_API_KEY']
  if (found === undefined) return command.error('error: give an API key: --key, or KITH_API_KEY')
  return { url: url ?? process.env['KITH_URL'] ?? 'http://localhost:4000', key: found, ...which }
}

async function untilStopped(source: Source, hear: (one: Followed) => Promise<void>): Promise<void> {
  const stopped = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())
  for await (const one of follow(source, stopped.signal)) await hear(one)
}

const dataOf = (event: string) => JSON.stringify(Kept.parse(JSON.parse(event)).data)
const Kept = z.object({ id: z.string(), data: z.unknown() })
