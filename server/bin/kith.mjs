#!/usr/bin/env node
// Runs the build; in a checkout whose sources are newer than the build, builds first (a tenth of a second).
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

const built = new URL('../dist/kith.mjs', import.meta.url)
const sources = new URL('../src/', import.meta.url)

if (!existsSync(built) || (existsSync(sources) && isOlder(statSync(built).mtimeMs))) {
  try {
    const { buildServer } = await import('../build.mjs')
    await buildServer()
  } catch (error) {
    if (!existsSync(built)) throw error
  }
}
// Else the heap grows to a multiple of what is alive before it is collected: an export then takes 150 MB instead of 30.
setFlagsFromString('--heap-growing-percent=30')
if (process.argv.includes('start')) {
  await buildIfStale('../../web/build.mjs', 'screens')
  await buildIfStale('../../docs/site/build.mjs', 'documentation')
}
process.setSourceMapsEnabled(true)
await import(built)

/** Without what it makes the API works alone. */
async function buildIfStale(build, what) {
  const script = new URL(build, import.meta.url)
  if (!existsSync(script)) return
  const { isStale } = await import(script)
  if (!isStale()) return
  const { status } = spawnSync(process.execPath, [fileURLToPath(script)], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) process.stderr.write(`kith: the ${what} could not be built\n`)
}

function isOlder(time) {
  return readdirSync(sources, { recursive: true, withFileTypes: true }).some(
    (entry) => entry.isFile() && statSync(`${entry.parentPath}/${entry.name}`).mtimeMs > time,
  )
}
