import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { shippedBinaries } from './binaries.ts'
import {
  aDeadPid,
  aFolder,
  amRoot,
  anotherProgram,
  checkpointerOf,
  connect,
  inAnotherProcess,
  killedServer,
  NOBODY,
  open,
  query,
  shellsAround,
  soon,
} from './embedded.harness.ts'
import { chooseDataFolder, keepEmbedded } from './index.ts'
import { isAlive } from './process.ts'

const asRoot = test.runIf(amRoot)
const onLinux = test.runIf(process.platform === 'linux')
const NAMELESS = 54321
const HURRY = { hardAfter: 1, hardestAfter: 2 }

describe('starting', () => {
  test('a fresh folder becomes a database, which stops clean and starts again', async () => {
    const dataFolder = aFolder()
    const first = await open(dataFolder)
    expect(first.owner).toBe(true)
    await query(first, 'create table kept as select 42 as answer')
    await Promise.all([first.stop(), first.stop()])
    expect(isAlive(first.pid)).toBe(false)

    const second = await open(dataFolder)
    expect(await query(second, 'select answer from kept')).toEqual([{ answer: 42 }])
    expect(fs.statSync(dataFolder).mode & 0o777).toBe(0o700)
  })

  test('it is durable unless told otherwise, speaks Unicode and UTC, and listens on no network', async () => {
    const dataFolder = aFolder()
    const server = await open(dataFolder, { durable: true })
    const [settings] = await query(
      server,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
              current_setting('full_page_writes') as pages, current_setting('listen_addresses') as addresses,
              current_setting('server_encoding') as encoding, current_setting('timezone') as zone,
              (select datlocprovider from pg_database where datname = 'postgres') as locale`,
    )
    expect(settings).toEqual({
      fsync: 'on',
      commit: 'on',
      pages: 'on',
      addresses: '',
      encoding: 'UTF8',
      zone: 'UTC',
      locale: 'i',
    })
  })

  test('no value of a statement reaches the log', async () => {
    const lines: string[] = []
    const server = await open(aFolder(), { onLog: (line) => lines.push(line) })
    await query(server, 'create table people (phone text primary key)')
    await query(server, `insert into people values ('0501234567')`)
    await expect(query(server, `insert into people values ($1)`, ['0501234567'])).rejects.toThrow('duplicate key')
    await expect(query(server, `select '0501234567'::date`)).rejects.toThrow('date')
    await expect(query(server, `do $$ begin raise warning '0501234567'; end $$`)).resolves.toEqual([])
    await server.stop()
    expect(lines.join('\n')).toContain('ready to accept connections')
    expect(lines.join('\n')).not.toContain('0501234567')
  })

  test('an interrupted initdb leaves nothing behind that hinders the next start', async () => {
    const dataFolder = aFolder()
    const victim = inAnotherProcess('open', { dataFolder, durable: false })
    const halves = () =>
      (fs.existsSync(dataFolder) ? fs.readdirSync(dataFolder) : []).filter((n) => n.includes('.half-'))
    await vi.waitUntil(() => halves().some((half) => fs.existsSync(path.join(dataFolder, half, 'PG_VERSION'))), soon)
    victim.kill()
    fs.mkdirSync(path.join(dataFolder, `pgdata.half-${await aDeadPid()}-00`, 'base'), { recursive: true })

    const server = await open(dataFolder)
    expect(server.owner).toBe(true)
    await vi.waitUntil(() => halves().length === 0, soon)
  })

  test('a folder whose path is too long for a socket works, and can be joined', async () => {
    const dataFolder = path.join(aFolder(), 'deep'.repeat(15), 'deeper'.repeat(15))
    const server = await open(dataFolder)
    expect(path.dirname(server.host)).toBe(os.tmpdir())
    expect(fs.statSync(server.host).mode & 0o777).toBe(0o700)
    expect(await inAnotherProcess('open', { dataFolder }).answer).toMatchObject({ owner: false, host: server.host })
    await server.stop()

    if (!amRoot) return fs.rmdirSync(server.host)
    fs.chownSync(server.host, NAMELESS, NAMELESS)
    await expect(open(dataFolder)).rejects.toThrow(`${server.host} belongs to another user`)
    fs.rmdirSync(server.host)
  })

  test('a folder name with a comma, a quote and a space is a folder name', async () => {
    const dataFolder = path.join(aFolder(), `Said, "Bros" & Co`)
    expect(await query(await open(dataFolder), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('without programs for this platform there is one clear line', async () => {
    const binariesFolder = aFolder()
    await expect(open(aFolder(), { binariesFolder })).rejects.toThrow(
      `No PostgreSQL in ${binariesFolder}; set DATABASE_URL`,
    )
  })
})

describe('sharing', () => {
  test('a second process joins, and its stop leaves the server running', async () => {
    const dataFolder = aFolder()
    const server = await open(dataFolder)
    const joiner = inAnotherProcess('open', { dataFolder })
    expect(await joiner.answer).toEqual({ owner: false, pid: server.pid, host: server.host, port: server.port })
    await joiner.letEnd()
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('of two that start at the same moment one is the owner, and both can use it', async () => {
    const dataFolder = aFolder()
    const [other, mine] = await Promise.all([
      inAnotherProcess('open', { dataFolder, durable: false }).server(),
      open(dataFolder),
    ])
    expect([other.owner, mine.owner].sort()).toEqual([false, true])
    expect(other.pid).toBe(mine.pid)
    expect(await query(other, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(fs.readdirSync(dataFolder).filter((name) => name.includes('.half-'))).toEqual([])
  })

  test('a joiner hears that the server has gone, and the next start owns a new one', async () => {
    const dataFolder = aFolder()
    const owner = inAnotherProcess('open', { dataFolder, durable: false })
    await owner.server()
    const mine = await open(dataFolder)
    const gone = new Promise<string>((resolve) => mine.whenGone(resolve))
    await owner.letEnd()
    expect(await gone).toContain('stopped by the process that had started it')
    expect(await open(dataFolder)).toMatchObject({ owner: true })
  })

  test('an owner hears that its server died, but not that it stopped it', async () => {
    const dataFolder = aFolder()
    const heard: string[] = []
    const first = await open(dataFolder)
    first.whenGone((reason) => heard.push(reason))
    process.kill(first.pid, 'SIGKILL')
    await vi.waitUntil(() => heard.length > 0, soon)
    const second = await open(dataFolder)
    expect(second.owner).toBe(true)
    second.whenGone((reason) => heard.push(reason))
    await second.stop()
    expect(heard).toEqual([expect.stringContaining('ended unexpectedly')])
  })

  test('one that is kept is started again when it dies, at the same address, until it is stopped', async () => {
    const dataFolder = aFolder()
    const said: string[] = []
    const kept = await keepEmbedded({ dataFolder, durable: false }, (line) => said.push(line))
    const starts = () => query(kept, 'select pg_postmaster_start_time()::text as at')
    const [before] = await starts()
    process.kill((await open(dataFolder)).pid, 'SIGKILL')
    await vi.waitUntil(() => said.length === 2, soon)
    expect(said).toEqual([expect.stringContaining('ended unexpectedly'), 'PostgreSQL runs again'])
    expect(await starts()).not.toEqual([before])
    await kept.stop()
    expect(await open(dataFolder)).toMatchObject({ owner: true })
    expect(said.length).toBe(2)
  })
})

describe('sudden death', () => {
  test('after kill -9 of the owner the next start works at once, and no acknowledged commit is lost', async () => {
    const dataFolder = aFolder()
    const owner = inAnotherProcess('open', { dataFolder })
    const server = await owner.server()
    await query(server, 'create table commits (n int primary key)')
    const client = await connect(server)
    let acknowledged = 0
    const committing = (async () => {
      for (;;) {
        await client.query('insert into commits values ($1)', [acknowledged + 1])
        if (++acknowledged === 200) owner.kill()
      }
    })().catch(() => {})
    await owner.ended

    const next = await open(dataFolder, { durable: true })
    await committing
    expect(next.owner).toBe(true)
    expect(next.pid).not.toBe(server.pid)
    const [{ count } = { count: 0 }] = await query(next, `select count(*)::int from commits where n <= ${acknowledged}`)
    expect(count).toBe(acknowledged)
    expect(acknowledged).toBeGreaterThanOrEqual(200)
  })

  onLinux('a server whose owner and watchdog were both killed is stopped, not joined', async () => {
    const dataFolder = aFolder()
    const owner = inAnotherProcess('open', { dataFolder, durable: false })
    const orphan = await owner.server()
    for (const shell of shellsAround(orphan.pid)) process.kill(shell, 'SIGKILL')
    owner.kill()
    await owner.ended
    expect(isAlive(orphan.pid)).toBe(true)

    const next = await open(dataFolder)
    expect(next).toMatchObject({ owner: true })
    expect(next.pid).not.toBe(orphan.pid)
  })

  onLinux('a server that does not stop is made to', async () => {
    const server = await open(aFolder(), { patience: HURRY })
    process.kill(server.pid, 'SIGSTOP')
    await server.stop()
    expect(isAlive(server.pid)).toBe(false)
  })

  onLinux(
    'a start waits for a server that is stopping, says so, and ends it and what it leaves when it hangs',
    async () => {
      const dataFolder = aFolder()
      const owner = inAnotherProcess('open', { dataFolder, durable: false })
      const before = await owner.server()
      const checkpointer = await checkpointerOf(before)
      for (const shell of shellsAround(before.pid)) process.kill(shell, 'SIGKILL')
      owner.kill()
      await owner.ended
      process.kill(checkpointer, 'SIGSTOP')
      process.kill(before.pid, 'SIGINT')

      const said: string[] = []
      const next = await open(dataFolder, { patience: HURRY, say: (line) => said.push(line) })
      expect(said).toEqual([`PostgreSQL in ${dataFolder} (pid ${before.pid}) is stopping; waiting for it`])
      expect(next.owner).toBe(true)
      expect([before.pid, checkpointer].filter(isAlive)).toEqual([])
    },
  )

  test.each(['lock file', 'pair of lock files'])(
    'a stale %s with the pid of another program is no hindrance',
    async (which) => {
      const dataFolder = aFolder()
      const lock = await killedServer(dataFolder)
      const program = await anotherProgram()
      const files = [lock, path.join(dataFolder, '.s.PGSQL.5432.lock')].slice(0, which === 'lock file' ? 1 : 2)
      for (const file of files) fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^\d+/, `${program}`))

      expect(await open(dataFolder)).toMatchObject({ owner: true })
      expect(isAlive(program)).toBe(true)
    },
  )

  test('a lock file that a power failure emptied is no hindrance', async () => {
    const dataFolder = aFolder()
    const lock = await killedServer(dataFolder)
    fs.truncateSync(lock)
    fs.utimesSync(lock, 0, 0)
    expect(await open(dataFolder)).toMatchObject({ owner: true })
  })

  test('a folder that is in use where its processes cannot be seen is not touched', async () => {
    const dataFolder = aFolder()
    const lock = await killedServer(dataFolder)
    fs.writeFileSync(lock, fs.readFileSync(lock, 'utf8').replace(/^\d+/, `${await aDeadPid()}`))
    fs.rmSync(path.join(dataFolder, '.s.PGSQL.5432'))
    const neighbour = net.createServer().listen(path.join(dataFolder, '.s.PGSQL.5432'))
    await expect(open(dataFolder)).rejects.toThrow('in use by PostgreSQL in another container')
    neighbour.close()
  })
})

describe('the owner of the folder', () => {
  asRoot('root hands the folder to nobody, and leaves what Kith keeps there to root', async () => {
    const dataFolder = aFolder()
    fs.writeFileSync(path.join(dataFolder, 'master.key'), 'secret', { mode: 0o600 })
    const server = await open(dataFolder)
    expect(fs.statSync(dataFolder).uid).toBe(NOBODY.uid)
    expect(fs.statSync(`/proc/${server.pid}`).uid).toBe(NOBODY.uid)
    expect(fs.statSync(path.join(dataFolder, 'master.key')).uid).toBe(0)
  })

  asRoot('an ordinary user runs it as their own user', async () => {
    const dataFolder = aFolder()
    fs.chownSync(dataFolder, NOBODY.uid, NOBODY.gid)
    const child = inAnotherProcess('open', { dataFolder, durable: false }, NOBODY)
    const server = await child.server()
    expect(server).toMatchObject({ owner: true })
    expect(await open(dataFolder)).toMatchObject({ owner: false, pid: server.pid })
    await child.letEnd()
    expect(isAlive(server.pid)).toBe(false)
  })

  asRoot('a user without a name cannot make the database, unless root passes the folder to nobody', async () => {
    const dataFolder = aFolder()
    fs.chownSync(dataFolder, NAMELESS, NAMELESS)
    const child = inAnotherProcess('open', { dataFolder }, { uid: NAMELESS, gid: NAMELESS })
    expect(await child.answer).toEqual({ error: expect.stringContaining(`needs a name for user ${NAMELESS}`) })
    expect(await open(dataFolder)).toMatchObject({ owner: true })
    expect(fs.statSync(dataFolder).uid).toBe(NOBODY.uid)
  })

  asRoot('programs that the database user cannot reach are copied beside the data', async () => {
    const closed = aFolder(0o700)
    const binariesFolder = path.join(closed, 'native')
    fs.cpSync(shippedBinaries(), binariesFolder, { recursive: true, verbatimSymlinks: true })
    fs.writeFileSync(path.join(closed, 'package.json'), '{"version":"18.0.0"}')
    const dataFolder = aFolder()
    expect(await open(dataFolder, { binariesFolder })).toMatchObject({ owner: true })
    expect(fs.readdirSync(dataFolder)).toContain('postgresql-18.0.0')
  })

  asRoot('a folder below one that the database user cannot enter is refused with the name of that one', async () => {
    const closed = aFolder(0o700)
    const dataFolder = path.join(closed, 'a', 'b')
    const line = `PostgreSQL, which root must run as user ${NOBODY.uid}, may not enter ${closed}; name another folder with KITH_DATA`
    expect(() => chooseDataFolder({ wanted: dataFolder, projectRoot: '/' })).toThrow(line)
    await expect(open(dataFolder)).rejects.toThrow(line)
    expect(fs.existsSync(path.join(closed, 'a'))).toBe(false)
  })

  test('the folder is .kith in the project', () => {
    const projectRoot = aFolder()
    expect(chooseDataFolder({ projectRoot })).toBe(path.join(projectRoot, '.kith'))
    expect(chooseDataFolder({ wanted: path.join(projectRoot, 'x'), projectRoot })).toBe(path.join(projectRoot, 'x'))
  })

  asRoot('for root in a closed project it is a folder of its own below /var/lib', () => {
    expect(chooseDataFolder({ projectRoot: aFolder(0o700) })).toMatch(/^\/var\/lib\/kith\/[0-9a-f]{8}$/)
  })

  asRoot('for a user who cannot write in the project it is below XDG_DATA_HOME, and stays there', async () => {
    const projectRoot = aFolder()
    const home = aFolder()
    fs.chownSync(home, NOBODY.uid, NOBODY.gid)
    const choose = () => inAnotherProcess('choose', { projectRoot }, { ...NOBODY, env: { XDG_DATA_HOME: home } }).answer
    const { chosen = '' } = await choose()
    expect(path.dirname(chosen)).toBe(path.join(home, 'kith'))

    fs.mkdirSync(path.join(chosen, 'pgdata'), { recursive: true })
    for (const made of [chosen, path.dirname(chosen), projectRoot]) fs.chownSync(made, NOBODY.uid, NOBODY.gid)
    expect(await choose()).toEqual({ chosen })
  })

  asRoot(`the folder of another user is refused`, async () => {
    const projectRoot = aFolder()
    fs.mkdirSync(path.join(projectRoot, '.kith'))
    const child = inAnotherProcess('choose', { projectRoot }, NOBODY)
    expect(await child.answer).toEqual({ error: expect.stringContaining('belongs to another user (uid 0)') })
  })

  test('a folder with other things in it is refused, and so is a file', () => {
    const folder = aFolder()
    fs.mkdirSync(path.join(folder, 'photos'))
    fs.writeFileSync(path.join(folder, 'file'), '')
    const choose = (wanted: string) => () => chooseDataFolder({ wanted, projectRoot: folder })
    expect(choose(folder)).toThrow(`KITH_DATA cannot be ${folder}: it holds other things (photos)`)
    expect(choose(path.join(folder, 'file'))).toThrow('is not a folder')
  })
})
