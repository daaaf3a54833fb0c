// `npm run queries`: runs the tests of all modules with the recorder, and writes what they sent to queries/<module>.sql.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Recorded } from '../../src/db/recorder.ts'
import { FOLDER, OWNING, ownerOf, written } from './files.ts'

/** Every operation, every module, and the background work. */
const TESTS = [
  'server/src/modules/',
  'server/test/operations/',
  'server/test/erasure/erasure.test.ts',
  'server/test/growth.test.ts',
  'server/test/relay.test.ts',
  'server/test/audit-chain.test.ts',
  'server/test/background.test.ts',
]

const folder = mkdtempSync(path.join(tmpdir(), 'kith-queries-'))
try {
  const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--project', 'server', '--project', 'mocking', ...TESTS],
    {
      stdio: 'inherit',
      env: { ...process.env, KITH_RECORD_QUERIES: folder },
    },
  )
  if (status === 0) write(recordedIn(folder))
  process.exitCode = status ?? 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function recordedIn(where: string): Recorded[] {
  const lines = readdirSync(where).flatMap((file) => readFileSync(path.join(where, file), 'utf8').trim().split('\n'))
  return [...new Set(lines)].map((line) => JSON.parse(line) as Recorded) // The recorder wrote it.
}

function write(recorded: readonly Recorded[]): void {
  mkdirSync(FOLDER, { recursive: true })
  for (const owner of OWNING) {
    const own = recorded.filter(({ text }) => ownerOf(text) === owner)
    writeFileSync(path.join(FOLDER, `${owner}.sql`), written(owner, own))
    process.stdout.write(`${owner}: ${own.length} statements\n`)
  }
}
