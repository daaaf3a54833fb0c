import type { Config } from '../config.ts'
import { type Part, type Running, start } from '../main.ts'

const STOP_WITHIN_MS = 10_000

/** Runs until it is told to stop. */
export async function runServer(config: Config, parts: readonly Part[] | undefined, json: boolean): Promise<void> {
  const begun = performance.now()
  const running = await start(config, parts)
  const seconds = Math.round((performance.now() - begun) / 10) / 100
  process.stdout.write(
    json ? `${JSON.stringify({ url: running.url, apiKey: running.demoKey, seconds })}\n` : banner(running, seconds),
  )
  await untilToldToStop(running)
  // What could not finish in time must not keep the process.
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref()
  await running.stop()
}

function untilToldToStop(running: Running): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    running.kith.embedded?.whenGone((reason) => {
      process.stderr.write(`kith: ${reason}\n`)
      process.exitCode = 1
      resolve()
    })
  })
}

function banner({ url, demoKey, kith }: Running, seconds: number): string {
  const lines = ['', `  Kith is running (${seconds} s)`, '']
  if (url) lines.push(`  API        ${url}/api/v1`, `  Reference  ${url}/docs`, `  Health     ${url}/health/ready`)
  lines.push(`  Data       ${kith.dataFolder ?? 'DATABASE_URL'}`)
  if (url && demoKey) {
    lines.push('', '  Demo tenant “Marhaba Laundry”, API key of its owner:', `  ${demoKey}`, '')
    lines.push('  Try it:', `  curl -s '${url}/api/v1/customers?q=saeed&limit=3' -H 'Authorization: Bearer ${demoKey}'`)
  }
  return `${lines.join('\n')}\n\n`
}
