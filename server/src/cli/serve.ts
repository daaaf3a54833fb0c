import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Config } from '../config.ts'
import { faultIn } from '../db/faults.ts'
import { type Demo, type Part, type Running, start } from '../main.ts'
import { masterKeyPlace } from '../master-key/index.ts'
import { isInboxOpen } from '../modules/messages/index.ts'

const STOP_WITHIN_MS = 10_000

/** Runs until it gets a signal. */
export async function runServer(config: Config, parts: readonly Part[] | undefined, json: boolean): Promise<void> {
  const told = nextSignal()
  // One of several statements that were sent together may fail before it is awaited.
  process.on('unhandledRejection', (reason) => {
    if (!faultIn(reason)) throw reason
  })
  const running = await announced(config, parts, json)
  await told
  if (config.KITH_LEAVING_SECONDS > 0) {
    running.leave()
    await Promise.race([pause(config.KITH_LEAVING_SECONDS * 1_000), nextSignal()])
  }
  // Work that did not finish in time must not keep the process alive.
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref()
  await running.stop()
}

const nextSignal = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })

async function announced(config: Config, parts: readonly Part[] | undefined, json: boolean): Promise<Running> {
  const begun = performance.now()
  const running = await start(config, parts)
  warnOfKeyBesideData(running.kith)
  const seconds = Math.round((performance.now() - begun) / 10) / 100
  process.stdout.write(
    json
      ? `${JSON.stringify({ url: running.url, startUrl: startUrl(running), grpcUrl: running.grpcUrl, healthUrl: running.healthUrl, apiKey: running.demo?.apiKey ?? null, owner: running.demo?.owner ?? null, seconds })}\n`
      : banner(running, seconds),
  )
  return running
}

/** The log of a server is read when the banner is long gone. */
function warnOfKeyBesideData({ config, dataFolder, log }: Running['kith']): void {
  const { where, besideTheData } = masterKeyPlace(config, dataFolder)
  if (besideTheData && config.NODE_ENV === 'production')
    log.warn({ file: where }, 'the master key lies beside the data that it opens; move it out by KITH_MASTER_KEY')
}

/** Opens what is only for the person at this machine. */
function startUrl({ url, startToken }: Running, path = '/'): string | null {
  return url && `${url}${path}?start=${startToken}`
}

/** Secrets of the demo: printed on a terminal, in a log only the path of their file. */
function opening({ apiKey, owner }: Demo, dataFolder: string | null) {
  if (process.stdout.isTTY) return { key: apiKey, owner: owner && `${owner.email}  ${owner.password}`, bearer: apiKey }
  const [key, password] = ['demo.key', 'demo.password'].map((name) => path.join(dataFolder ?? '', name))
  return { key, owner: owner && `${owner.email}  ${password}`, bearer: `$(cat '${key}')` }
}

function banner(running: Running, seconds: number): string {
  const { url, grpcUrl, healthUrl, demo, kith } = running
  const lines = ['', `  Kith is running (${seconds} s)`, '']
  if (url) lines.push(`  Screens    ${startUrl(running)}`, `  API        ${url}/api/v1`, `  Docs       ${url}/docs`)
  const healthAt = healthUrl ?? url
  lines.push(`  Health     ${healthAt === null ? 'none; set KITH_HEALTH_PORT' : `${healthAt}/health/ready`}`)
  if (url && isInboxOpen(kith.config))
    lines.push(`  Messages   ${startUrl(running, '/inbox')}  (nothing leaves this machine)`)
  if (grpcUrl) lines.push(`  gRPC       ${grpcUrl}`)
  lines.push(`  Data       ${kith.dataFolder ?? 'DATABASE_URL'}`)
  const { where, besideTheData } = masterKeyPlace(kith.config, kith.dataFolder)
  lines.push(
    `  Master key ${where}${besideTheData ? '  (beside the data: keep a copy elsewhere, and set KITH_MASTER_KEY before real customers)' : ''}`,
  )
  if (url && demo) {
    const { key, owner, bearer } = opening(demo, kith.dataFolder)
    lines.push('', '  Demo tenant “Marhaba Laundry”, its API key and its owner’s login:', `  ${key}`)
    if (owner) lines.push(`  ${owner}`)
    lines.push('')
    lines.push('  Try it:', `  curl -s '${url}/api/v1/customers?q=saeed&limit=3' -H "Authorization: Bearer ${bearer}"`)
  }
  return `${lines.join('\n')}\n\n`
}
