import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { z } from 'zod'
import { itself } from '../kit/caller.ts'
import { ExactMoment } from '../kit/text.ts'
import { inTenant } from '../kit/transaction.ts'
import { republish } from '../modules/nats/index.ts'
import { findTenant, listTenants } from '../modules/tenants/index.ts'
import { signed } from '../modules/webhooks/index.ts'
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
    .action(({ since, types, tenant }: { since: string; types?: string; tenant?: string }, command: Command) => {
      const from = ExactMoment.parse(since)
      const wanted = types?.split(',')
      return withKith(async ({ db }) => {
        const unknown = wanted?.filter((type) => !db.eventKinds.some((kind) => kind.type === type)) ?? []
        if (unknown.length > 0) return command.error(`error: there are no events ${unknown.join(', ')}`)
        const tenants = tenant ? [await findTenant(db, tenant)] : await listTenants(db)
        await inTurn(tenants, ({ id }) => inTenant(db, itself(id, 'cli'), (ctx) => republish(ctx, from, wanted)))
        say(
          program,
          { since: from, types: wanted ?? null, tenants },
          table(
            tenants.map(({ slug }) => [
              slug,
              `again since ${from.toISOString()}; NATS drops those that it got within the last 10 minutes`,
            ]),
          ),
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
