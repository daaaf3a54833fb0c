import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { Settings } from '../src/config.ts'
import { keepsAnswer } from '../src/kit/endpoint.ts'
import { PARTS } from '../src/main.ts'
import { modules } from '../src/modules.ts'
import type { Body } from './harness.ts'

// What cannot run on this machine is read here as its tools would read it.
const file = (name: string) => readFileSync(path.join('deploy', name), 'utf8')
const OTHERS = new Set(['NODE_ENV', 'NODE_OPTIONS'])
const unknownSettings = (names: readonly string[]) =>
  names.filter((name) => !(name in Settings.shape) && !OTHERS.has(name))
/** What guarantees need outside of the database. */
const OUTSIDE = ['KITH_ERASURE_LEDGER', 'KITH_AUDIT_ANCHORS']
const COMMANDS = new Set(['start', 'migrate'])

test('what was not tried says so in its first line, and what was tried names the drill', () => {
  const drills = Object.keys(JSON.parse(readFileSync('server/test/drills/drills.json', 'utf8')))
  const cluster = readdirSync('deploy/cluster').map((name) => `cluster/${name}`)
  expect(cluster.length).toBeGreaterThan(0)
  for (const name of ['Dockerfile', 'compose.yml', 'kubernetes.yml', ...cluster]) {
    const [first] = file(name).split('\n')
    const named = [...first!.matchAll(/`npm run drill -- ([\w-]+)`/g)].map(([, drill]) => drill)
    expect(first!.includes('Untried') || named.length > 0, name).toBe(true)
    expect(drills).toEqual(expect.arrayContaining(named))
  }
})

describe('the Dockerfile', () => {
  const lines = file('Dockerfile')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const of = (instruction: string) =>
    lines.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.slice(instruction.length + 1))

  test('has only instructions that there are, a pinned base, and does not run as root', () => {
    const known = /^(FROM|ARG|ENV|WORKDIR|COPY|RUN|USER|VOLUME|EXPOSE|HEALTHCHECK|STOPSIGNAL|ENTRYPOINT|CMD) /
    expect(lines.filter((line) => !known.test(line))).toEqual([])
    expect(of('FROM')).toEqual([expect.stringMatching(/^node:2\d-bookworm-slim$/)])
    expect(of('USER')).toEqual(['node'])
  })

  test('sets only settings that there are, and starts the command of the package', () => {
    const names = of('ENV').flatMap((line) => [...line.matchAll(/(\w+)=/g)].map(([, name]) => name!))
    expect(unknownSettings(names)).toEqual([])
    expect(JSON.parse(of('ENTRYPOINT')[0]!)).toEqual(['/opt/kith/node_modules/.bin/kith'])
    expect(COMMANDS).toContain(JSON.parse(of('CMD')[0]!)[0])
  })
})

describe('the compose file', () => {
  const { services, volumes } = parse(file('compose.yml'), { merge: true }) as Body

  test('has PostgreSQL, NATS and a mail catcher, and what it speaks of is in it', () => {
    expect(Object.keys(services)).toEqual(['migrate', 'kith', 'postgres', 'nats', 'mail'])
    for (const service of Object.values<Body>(services)) {
      expect(Object.keys(service.depends_on ?? {}).filter((name) => !(name in services))).toEqual([])
      const named = (service.volumes ?? [])
        .map((one: string) => one.split(':')[0]!)
        .filter((one: string) => !one.startsWith('.'))
      expect(named.filter((one: string) => !(one in volumes))).toEqual([])
      expect(service.image ?? 'built:here').not.toMatch(/^[^:]+$|:latest$/)
    }
    for (const name of ['migrate', 'kith']) expect(unknownSettings(Object.keys(services[name].environment))).toEqual([])
    expect([...(services.migrate.command as string[])].every((one) => COMMANDS.has(one))).toBe(true)
  })

  test('opens the broker with a password alone, which no file has', () => {
    expect(services.kith.environment.NATS_URL).toMatch(/^nats:\/\/kith:\$\{NATS_PASSWORD:\?[^}]+\}@nats:4222$/)
    expect(services.nats.environment).toEqual({ NATS_PASSWORD: `"\${NATS_PASSWORD}"` })
    expect(services.nats.command.join(' ')).not.toMatch(/pass/i)
    expect(file('nats.conf')).toMatch(/^authorization \{\n {2}user: kith\n {2}password: \$NATS_PASSWORD\n\}$/m)
  })

  test('keeps the ledger of erasures and the anchors on a volume', () => {
    const { environment, volumes: mounted } = services.kith
    expect(mounted).toContain('kept:/var/lib/kith')
    for (const name of OUTSIDE) expect(environment[name]).toMatch(/^\/var\/lib\/kith\//)
  })
})

describe('the example for Kubernetes', () => {
  const documents = parseAllDocuments(file('kubernetes.yml'))
  const all = documents.map((one) => one.toJSON() as Body)
  const of = (kind: string) => all.find((one) => one.kind === kind)

  test('is of whole documents, and their names, labels and ports fit each other', () => {
    expect(documents.flatMap(({ errors }) => errors)).toEqual([])
    expect(all.every(({ apiVersion, kind, metadata }) => apiVersion && kind && metadata.name)).toBe(true)
    const { selector, template } = of('Deployment').spec
    expect(template.metadata.labels).toMatchObject(selector.matchLabels)
    expect(template.metadata.labels).toMatchObject(of('Service').spec.selector)
    expect(template.metadata.labels).toMatchObject(of('PodDisruptionBudget').spec.selector.matchLabels)
    const [container] = template.spec.containers
    const ports = container.ports.map(({ name }: Body) => name)
    const asked = [container.startupProbe, container.readinessProbe, container.livenessProbe].map((one) => one.httpGet)
    for (const { port, path: where } of asked) {
      expect(ports).toContain(port)
      expect(where).toMatch(/^\/health\/(live|ready)$/)
    }
    for (const { targetPort } of of('Service').spec.ports) expect(ports).toContain(targetPort)
    const health = container.ports.find(({ name }: Body) => name === 'health').containerPort
    expect(of('ConfigMap').data.KITH_HEALTH_PORT).toBe(String(health))
  })

  test('keeps the ledger of erasures and the anchors where no new pod loses them, each pod in files of its own', () => {
    const { containers, volumes } = of('Deployment').spec.template.spec
    const { name, mountPath } = containers[0].volumeMounts.find((one: Body) => one.name === 'kept')
    const { persistentVolumeClaim } = volumes.find((one: Body) => one.name === name)
    const claim = of('PersistentVolumeClaim')
    expect(claim.metadata.name).toBe(persistentVolumeClaim.claimName)
    expect(claim.spec.accessModes).toEqual(['ReadWriteMany'])
    const { env } = containers[0]
    // A value may only name what stands before it.
    expect(env[0]).toEqual({ name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } })
    const given = env.slice(1)
    expect(given.map((one: Body) => one.name)).toEqual(OUTSIDE)
    for (const { value } of given) {
      expect(value.startsWith(`${mountPath}/`)).toBe(true)
      expect(value).toContain('$(POD_NAME)')
    }
  })

  test('sets only settings that there are, runs not as root, and migrates before', () => {
    expect(unknownSettings(Object.keys(of('ConfigMap').data))).toEqual([])
    const containers = all.flatMap(({ spec }) => spec?.template?.spec.containers ?? [])
    expect(containers).toHaveLength(2)
    for (const { securityContext, args, image } of containers) {
      expect(securityContext).toMatchObject({ runAsNonRoot: true, allowPrivilegeEscalation: false })
      expect(COMMANDS).toContain(args[0])
      expect(image).not.toMatch(/:latest$/)
    }
    expect(PARTS).toContain('jobs')
  })
})

describe('the example for Patroni', () => {
  const { bootstrap, postgresql, etcd3 } = parse(file('cluster/patroni.yml')) as Body
  const { ttl, loop_wait, retry_timeout, synchronous_mode } = bootstrap.dcs

  test('loses nothing that was acknowledged, and keeps to the arithmetic that Patroni demands', () => {
    expect(synchronous_mode).toBe(true)
    expect(ttl).toBeGreaterThanOrEqual(20)
    expect(loop_wait + 2 * retry_timeout).toBeLessThanOrEqual(ttl)
    // Without either, a former primary cannot come back by itself.
    expect([postgresql.use_pg_rewind, bootstrap.dcs.postgresql.use_pg_rewind]).toContain(true)
    expect(bootstrap.initdb).toContain('data-checksums')
  })

  test('names the machines that its proxy and its etcd name, and no password', () => {
    const machines = [...file('cluster/haproxy.cfg').matchAll(/server db\d (\S+):5432/g)].map(([, at]) => at)
    expect(machines).toEqual(etcd3.hosts.map((host: string) => host.replace(':2379', '')))
    const [, peers] = /^ETCD_INITIAL_CLUSTER=(.*)$/m.exec(file('cluster/etcd.env'))!
    expect(peers).toBe(machines.map((at, n) => `db${n + 1}=http://${at}:2380`).join(','))
    const { port } = /check port (?<port>\d+)/.exec(file('cluster/haproxy.cfg'))!.groups!
    expect((parse(file('cluster/patroni.yml')) as Body).restapi.listen).toBe(`${machines[0]}:${port}`)
    for (const { password } of Object.values<Body>(postgresql.authentication)) expect(password).toBeUndefined()
  })
})

describe('the example for HAProxy in front of several servers', () => {
  const said = (pattern: RegExp) => [...file('cluster/haproxy.cfg').matchAll(pattern)].map(([, found]) => found!)

  test('asks no other server because one is too busy', () => {
    expect(said(/^ *retry-on (.*)$/gm)).toEqual(['conn-failure empty-response'])
  })

  test('repeats a write only where Kith keeps the answer of its key, a visitor’s too', () => {
    expect(said(/^ *http-request disable-l7-retry unless (.*)$/gm)).toEqual(['reads or posts has-key is-kept'])
    expect(said(/^ *acl posts method (.*)$/gm)).toEqual(['POST'])
    const kept = said(/^ *acl is-kept path_reg (.*)$/gm).map((pattern) => new RegExp(pattern))
    const repeated = modules
      .flatMap(({ routes }) => routes)
      .filter(({ endpoint }) => endpoint.method === 'post')
      .filter(({ endpoint }) => kept.some((one) => one.test(endpoint.path.replace(/:\w+/g, 'x'))))
    // Of a visitor a key of so many characters counts only where the operation keeps its answer itself.
    const counts = (route: (typeof repeated)[0]) =>
      keepsAnswer(route) && ('phases' in route || !['anyone', 'guest'].includes(route.endpoint.allow))
    expect(repeated.filter((route) => !counts(route)).map(({ endpoint }) => endpoint.path)).toEqual([])
    expect(repeated).toHaveLength(22)
  })
})

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

describe('the unit for systemd', () => {
  const unit = file('kith.service')

  test('sets only settings that there are, and does not try again what cannot succeed', () => {
    const names = [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, line]) =>
      [...line!.matchAll(/(\w+)=/g)].map(([, name]) => name!),
    )
    expect(unknownSettings(names)).toEqual([])
    expect(unit).toMatch(/^RestartPreventExitStatus=64 78$/m)
  })

  test.skipIf(!hasSystemd)('is one that systemd understands', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kith-unit-'))
    const there = path.join(folder, 'kith.service')
    // Nothing is installed at its place on this machine.
    writeFileSync(there, unit.replace(/^ExecStart=.*$/m, 'ExecStart=/bin/true'))
    const said = execFileSync('systemd-analyze', ['verify', '--man=no', there], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    rmSync(folder, { recursive: true })
    expect(said).toBe('')
  })
})
