import path from 'node:path'
import type { Config } from '../config.ts'
import { type Demo, type Part, type Running, start } from '../main.ts'
import { isInboxOpen } from '../modules/messages/index.ts'

const STOP_WITHIN_MS = 10_000

type End = 'told to stop' | 'database gone'

/** Runs until it is told to stop. */
export async function runServer(config: Config, parts: readonly Part[] | undefined, json: boolean): Promise<void> {
  const told = new Promise<End>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve('told to stop'))
  })
  let running = await announced(config, parts, json)
  while ((await Promise.race([told, databaseGone(running)])) === 'database gone') {
    const { kith, url, startToken } = running
    await running.stop()
    if (kith.embedded?.owner) {
      process.exitCode = 1
      return
    }
    // A command had started the database, we had joined it, and the command has ended: now the database is ours.
    running = await start({ ...config, ...(url !== null && { PORT: Number(new URL(url).port) }) }, parts, startToken)
  }
  // What could not finish in time must not keep the process.
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref()
  await running.stop()
}

async function announced(config: Config, parts: readonly Part[] | undefined, json: boolean): Promise<Running> {
  const begun = performance.now()
  const running = await start(config, parts)
  const seconds = Math.round((performance.now() - begun) / 10) / 100
  process.stdout.write(
    json
      ? `${JSON.stringify({ url: running.url, startUrl: startUrl(running), grpcUrl: running.grpcUrl, apiKey: running.demo?.apiKey ?? null, owner: running.demo?.owner ?? null, seconds })}\n`
      : banner(running, seconds),
  )
  return running
}

function databaseGone({ kith: { embedded } }: Running): Promise<End> {
  return new Promise((resolve) => {
    embedded?.whenGone((reason) => {
      process.stderr.write(`kith: ${reason}\n`)
      resolve('database gone')
    })
  })
}

/** Opens, beside the screens, what is only for the person at this machine. */
function startUrl({ url, startToken }: Running, path = '/'): string | null {
  return url && `${url}${path}?start=${startToken}`
}

/** What opens more than this start: on a terminal as it is, in a log as the place where it lies. */
function opening({ apiKey, owner }: Demo, dataFolder: string | null) {
  if (process.stdout.isTTY) return { key: apiKey, owner: owner && `${owner.email}  ${owner.password}`, bearer: apiKey }
  const [key, password] = ['demo.key', 'demo.password'].map((name) => path.join(dataFolder ?? '', name))
  return { key, owner: owner && `${owner.email}  ${password}`, bearer: `$(cat '${key}')` }
}

function banner(running: Running, seconds: number): string {
  const { url, grpcUrl, demo, kith } = running
  const lines = ['', `  Kith is running (${seconds} s)`, '']
  if (url)
    lines.push(
      `  Screens    ${startUrl(running)}`,
      `  API        ${url}/api/v1`,
      `  Reference  ${url}/docs`,
      `  Health     ${url}/health/ready`,
    )
  if (url && isInboxOpen(kith.config))
    lines.push(`  Messages   ${startUrl(running, '/inbox')}  (nothing leaves this machine)`)
  if (grpcUrl) lines.push(`  gRPC       ${grpcUrl}`)
  lines.push(`  Data       ${kith.dataFolder ?? 'DATABASE_URL'}`)
  if (url && demo) {
    const { key, owner, bearer } = opening(demo, kith.dataFolder)
    lines.push('', '  Demo tenant “Marhaba Laundry”, its API key and its owner’s login:', `  ${key}`)
    if (owner) lines.push(`  ${owner}`)
    lines.push('')
    lines.push('  Try it:', `  curl -s '${url}/api/v1/customers?q=saeed&limit=3' -H "Authorization: Bearer ${bearer}"`)
  }
  return `${lines.join('\n')}\n\n`
}
