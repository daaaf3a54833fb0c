import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import https from 'node:https'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { eventually } from './harness.ts'

const CONFIGURATIONS = path.resolve('deploy')
const NGINX = (server: string) => `
  daemon off; master_process off; pid nginx.pid; error_log error.log;
  events {}
  http {
    access_log off;
    client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
    ${server}
  }`

interface Proxy {
  readonly file: string
  readonly command: string
  readonly args: (file: string, folder: string) => readonly string[]
  readonly rewrite: (text: string, port: number) => string
}

/** Each with the configuration that the documentation shows, at another address and with a certificate of its own. */
export const PROXIES = {
  nginx: {
    file: 'nginx.conf',
    command: 'nginx',
    args: (file, folder) => ['-p', folder, '-c', file, '-e', 'error.log'],
    rewrite: (text, port) => NGINX(text.replace('listen 443', `listen 127.0.0.1:${port}`)),
  },
  Caddy: {
    file: 'Caddyfile',
    command: 'caddy',
    args: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
    rewrite: (text, port) =>
      `{\n admin off\n auto_https disable_redirects\n}\n${text.replace(/^kith\.example/m, `https://localhost:${port}`)}`,
  },
  HAProxy: {
    file: 'haproxy.cfg',
    command: 'haproxy',
    args: (file) => ['-db', '-f', file],
    rewrite: (text, port) => text.replace('bind :443', `bind 127.0.0.1:${port}`),
  },
} satisfies Record<string, Proxy>
export type ProxyName = keyof typeof PROXIES

export const isInstalled = (name: ProxyName): boolean =>
  [PROXIES[name].command, 'openssl'].every((command) => spawnSync(command, ['-v']).error === undefined)

export const freePort = () =>
  new Promise<number>((resolve) => {
    const taken = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = taken.address() as net.AddressInfo
      taken.close(() => resolve(port))
    })
  })

/** The proxy in front of a server that listens at this address. `change` is what an operator would write otherwise. */
export async function startProxy(name: ProxyName, at: number, server: string, change = (text: string) => text) {
  const { file, command, args, rewrite } = PROXIES[name]
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-proxy-'))
  aCertificate(folder)
  const text = readFileSync(path.join(CONFIGURATIONS, file), 'utf8')
    .replaceAll('127.0.0.1:4000', new URL(server).host)
    .replaceAll('/etc/ssl', folder)
  writeFileSync(path.join(folder, file), rewrite(change(text), at))
  const child = spawn(command, args(path.join(folder, file), folder), {
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (some) => (said += some))
  const url = `https://localhost:${at}`
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`${command} ended: ${said}`)
    return ask(url, 'GET', '/health/live').then(
      ({ status }) => status === 200,
      () => false,
    )
  })
  return { url, stop: () => end(child).then(() => rmSync(folder, { recursive: true, force: true })) }
}

function aCertificate(folder: string): void {
  const [pem, key] = [path.join(folder, 'kith.pem'), path.join(folder, 'kith.key')]
  const self = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
  spawnSync('openssl', [...self, '-subj', '/CN=localhost', '-keyout', key, '-out', pem])
  cpSync(pem, path.join(folder, 'kith.both.pem'))
  appendFileSync(path.join(folder, 'kith.both.pem'), readFileSync(key))
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}

interface Answer {
  readonly status: number
  readonly cookies: readonly string[]
  readonly retryAfter: string | undefined
  readonly text: string
}

/** Like a browser that accepts a self-signed certificate. */
export const ask = (url: string, method: string, where: string, headers: Record<string, string> = {}, body?: object) =>
  new Promise<Answer>((resolve, reject) => {
    const sent = body && JSON.stringify(body)
    const request = https.request(
      url + where,
      {
        method,
        agent: false,
        rejectUnauthorized: false,
        headers: { ...headers, ...(sent && { 'content-type': 'application/json', 'content-length': sent.length }) },
      },
      async (response) => {
        let text = ''
        for await (const some of response.setEncoding('utf8')) text += some
        const cookies = response.headers['set-cookie'] ?? []
        resolve({ status: response.statusCode ?? 0, cookies, retryAfter: response.headers['retry-after'], text })
      },
    )
    request.on('error', reject)
    request.end(sent)
  })
