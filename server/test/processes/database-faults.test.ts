import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Kept, keepEmbedded } from '../../src/db/embedded/index.ts'
import { figure } from '../drills/figures.ts'
import { eventually, TEST_MASTER_KEY } from '../harness.ts'
import { type KithProcess, runCommand, startProcess } from '../kith-process.ts'
import {
  aNetwork,
  isDrill,
  killBackend,
  postmasterIn,
  query,
  ROUNDS,
  readyAt,
  type Writers,
  whenItAnswers,
  writeTo,
} from './database-faults.harness.ts'

const BACK_WITHIN_MS = 2_000
/** A disk that is soon full takes root. */
const asRoot = process.getuid?.() === 0
const home = fs.mkdtempSync(path.join(tmpdir(), 'kith-faults-'))
fs.chmodSync(home, 0o755)
afterAll(() => fs.rmSync(home, { recursive: true, force: true }))

/** In memory: what is measured is how soon the servers notice, not how long the disk of this machine takes to recover. */
const inMemory = (folder: string, size: string) => {
  fs.mkdirSync(folder)
  if (asRoot) spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
  return () => void (asRoot && spawnSync('umount', ['-l', folder]))
}

const isLarge = (folder: string) => {
  const { blocks, bsize } = fs.statfsSync(folder)
  return blocks * bsize > 2 ** 30
}

const rounds = Array.from({ length: ROUNDS }, (_, round) => round + 1)
const took: Record<string, number[]> = {}

/** From its return to the first write that every server acknowledges. */
async function recovered(fault: string, writers: Writers, returned: Promise<number>): Promise<void> {
  const began = await returned
  await writers.flowing()
  const ms = Math.round(performance.now() - began)
  took[fault] = [...(took[fault] ?? []), ms]
  // On a machine that is busy with other tests the time says little.
  if (isDrill) expect(ms).toBeLessThan(BACK_WITHIN_MS)
}
afterAll(() => {
  for (const [fault, ms] of Object.entries(took)) {
    figure(`writes after ${fault}`, `${ms.join(', ')} ms after the database's return`, `within ${BACK_WITHIN_MS} ms`)
  }
})

describe('the embedded database', () => {
  const folder = path.join(home, 'embedded')
  const settings = { KITH_DATA: folder, KITH_DISK_LOW: '1000000' }
  const owner = { host: folder, port: 5432, user: 'postgres', database: 'kith' }
  let unmount = () => {}
  let server: KithProcess
  let writers: Writers
  beforeAll(async () => {
    unmount = inMemory(folder, '220m')
    server = await startProcess(settings)
    writers = await writeTo([server], settings)
  })
  afterAll(async () => {
    await server?.stop()
    unmount()
  })

  test('a disk that is nearly full is said in one line, by doctor and at /health/ready', async () => {
    expect(await readyAt(server)).toEqual({
      status: 200,
      trouble: [expect.stringMatching(/^The disk of the database is nearly full: [\d,]+ MB are left$/)],
    })
    expect(server.log().match(/kith: The disk of the database is nearly full.*\n/g)).toHaveLength(1)
    const { code, stdout } = await runCommand(['doctor'], { ...settings, KITH_DEMO: 'off' })
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^BAD +disk +The disk of the database is nearly full/m)])
  })

  test.each(rounds)('goes on after a connection was killed (%i)', async () => {
    await writers.flowing()
    await killBackend(owner)
    await recovered('a killed connection', writers, whenItAnswers(owner))
  })

  test.each(rounds)('goes on after PostgreSQL was killed, which is started again (%i)', async () => {
    await writers.flowing()
    const before = postmasterIn(folder)
    process.kill(before, 'SIGKILL')
    await recovered(
      'a killed PostgreSQL',
      writers,
      eventually(async () => fs.existsSync(`${folder}/pgdata/postmaster.pid`) && postmasterIn(folder) !== before).then(
        () => whenItAnswers(owner),
      ),
    )
    expect(server.log()).toContain('kith: PostgreSQL runs again\n')
  })

  test.runIf(asRoot).for(rounds)('goes on once a full disk has room again (%i)', async (_, { skip }) => {
    // Where mounting is not allowed, the disk of this machine would fill.
    skip(isLarge(folder), 'no disk of its own')
    await writers.flowing()
    const ballast = path.join(folder, 'ballast')
    spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=1M'])
    await eventually(async () => {
      const { status, trouble } = await readyAt(server)
      return status === 503 && trouble?.includes('The disk of the database is full')
    })
    fs.rmSync(ballast)
    await recovered('a full disk', writers, whenItAnswers(owner))
  })

  test('nothing that was acknowledged is lost, and nothing is there twice', async () => {
    const { acknowledged, refused } = await writers.finish(owner)
    figure('embedded', `${acknowledged} acknowledged, ${refused} refused`, 'none lost')
  })
})

describe('a database elsewhere, with two servers', () => {
  const folder = path.join(home, 'elsewhere')
  const owner = { host: folder, port: 5432, user: 'postgres', database: 'kith' }
  let unmount = () => {}
  let database: Kept
  let network: Awaited<ReturnType<typeof aNetwork>>
  let settings: Record<string, string>
  let servers: KithProcess[]
  let writers: Writers
  beforeAll(async () => {
    unmount = inMemory(folder, '600m')
    database = await keepEmbedded({ dataFolder: folder }, () => {})
    await query({ ...owner, database: 'postgres' }, 'create database kith')
    network = await aNetwork(path.join(folder, '.s.PGSQL.5432'))
    settings = {
      DATABASE_URL: `postgres://postgres@127.0.0.1:${network.port}/kith`,
      KITH_MASTER_KEY: TEST_MASTER_KEY.toString('hex'),
    }
  })
  afterAll(async () => {
    for (const server of servers ?? []) await server.stop()
    await network?.close()
    await database?.stop()
    unmount()
  })

  test('a start before the first migration says what to do', async () => {
    for (const command of ['start', 'doctor']) {
      const { code, stdout, stderr } = await runCommand([command], settings)
      expect(code).not.toBe(0)
      expect(stdout + stderr).toContain('The database is empty; run `kith migrate`')
    }
    expect(await runCommand(['migrate'], settings)).toMatchObject({ code: 0 })
    servers = await Promise.all([startProcess(settings), startProcess(settings)])
    writers = await writeTo(servers, settings)
  })

  test.each(rounds)('goes on after a connection was killed (%i)', async () => {
    await writers.flowing()
    await killBackend(owner)
    await recovered('a killed connection elsewhere', writers, whenItAnswers(owner))
  })

  test.each([
    ...rounds.map((round) => ['stopped at once' as const, round] as const),
    ...rounds.map((round) => ['killed' as const, round] as const),
  ])('goes on after PostgreSQL was %s and started again (%i)', async (how) => {
    await writers.flowing()
    const before = postmasterIn(folder)
    process.kill(before, how === 'killed' ? 'SIGKILL' : 'SIGQUIT')
    const anew = eventually(
      async () => fs.existsSync(`${folder}/pgdata/postmaster.pid`) && postmasterIn(folder) !== before,
    )
    await recovered(
      `PostgreSQL ${how}`,
      writers,
      anew.then(() => whenItAnswers(owner)),
    )
  })

  test.each(rounds)('goes on after the network was cut, and is not ready meanwhile (%i)', async () => {
    await writers.flowing()
    await network.cut()
    await writers.refusedWith('database_away')
    for (const server of servers) {
      await eventually(async () => (await readyAt(server)).status === 503)
      expect((await readyAt(server)).trouble).toEqual(['The database does not answer'])
    }
    await network.mend()
    await recovered('a cut network', writers, whenItAnswers({ ...owner, host: '127.0.0.1', port: network.port }))
    for (const server of servers) expect((await readyAt(server)).status).toBe(200)
  })

  test('nothing that was acknowledged is lost, and nothing is there twice', async () => {
    const { acknowledged, refused } = await writers.finish(owner)
    figure('elsewhere', `${acknowledged} acknowledged, ${refused} refused`, 'none lost')
  })
})
