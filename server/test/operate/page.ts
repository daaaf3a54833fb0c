import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

const DEBIAN = '/usr/lib/postgresql'

export interface DebianPostgres {
  readonly folder: string
  readonly version: number
}

/** The newest PostgreSQL with its clients that Debian installed here. */
export const debianPostgres = (): DebianPostgres | null =>
  (existsSync(DEBIAN) ? readdirSync(DEBIAN) : [])
    .map((version) => ({ folder: path.join(DEBIAN, version), version: Number(version) }))
    .filter(({ folder }) =>
      ['postgres', 'initdb', 'pg_dump', 'pg_restore', 'psql'].every((name) =>
        existsSync(path.join(folder, 'bin', name)),
      ),
    )
    .sort((one, other) => other.version - one.version)[0] ?? null

/** The commands of docs/operations.md, by the name behind `sh`. */
export function commandsOf(name: string): string {
  const page = readFileSync('docs/operations.md', 'utf8')
  const [, commands] = new RegExp(`^\`\`\`sh ${name}\\n([^]*?)^\`\`\`$`, 'm').exec(page) ?? []
  if (commands === undefined) throw new Error(`docs/operations.md has no commands named ${name}`)
  return commands
}

/** A shell as the operator has it: `kith` and the clients of PostgreSQL are on its path, and it stops at the first failure. */
export function aShell(folder: string, clients: string, settings: Record<string, string>) {
  const bin = path.join(folder, 'bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(
    path.join(bin, 'kith'),
    `#!/bin/sh\nexec '${process.execPath}' '${path.resolve('server/bin/kith.mjs')}' "$@"\n`,
  )
  chmodSync(path.join(bin, 'kith'), 0o755)
  const env = { ...process.env, ...settings, PATH: `${bin}:${path.join(clients, 'bin')}:${process.env['PATH']}` }
  return (commands: string, more: Record<string, string> = {}) =>
    promisify(execFile)('bash', ['-euo', 'pipefail', '-c', commands], { cwd: folder, env: { ...env, ...more } }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }) as { code: number; stdout: string; stderr: string },
    )
}
