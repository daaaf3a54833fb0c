import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import path from 'node:path'
import { eventually } from '../harness.ts'

const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'].find((file) => existsSync(file))

export async function aFreePort(): Promise<number> {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test may look at any part of any answer
  readonly body: any
}
export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>

/** As a client that trusts the certificate of this front. */
export const asker = (origin: string, ca?: Buffer): Ask => {
  const secure = origin.startsWith('https:')
  const agent = secure ? new https.Agent({ keepAlive: true, ca }) : new http.Agent({ keepAlive: true })
  return (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const json = text === undefined ? {} : { 'content-type': 'application/json' }
      const options = { method, agent, headers: { ...json, ...headers } }
      const request = (secure ? https : http).request(origin + path, options, (response) => {
        let said = ''
        response.setEncoding('utf8').on('data', (piece) => {
          said += piece
        })
        response.on('error', reject).on('end', () => {
          const isJson = /json/.test(response.headers['content-type'] ?? '')
          resolve({ status: response.statusCode!, body: isJson ? JSON.parse(said) : said })
        })
      })
      request.on('error', reject).end(text)
    })
}

export interface Front {
  readonly name: string
  readonly origin: string
  readonly ask: Ask
  stop(): Promise<void>
}

/** nginx with TLS before these ports, where the machine has it; else clients ask the first of them. */
export async function aFront(folder: string, ports: readonly number[]): Promise<Front> {
  if (!NGINX) {
    const origin = `http://127.0.0.1:${ports[0]}`
    return { name: 'no proxy', origin, ask: asker(origin), stop: async () => {} }
  }
  mkdirSync(path.join(folder, 'temporary'), { recursive: true })
  const [key, certificate] = [path.join(folder, 'tls.key'), path.join(folder, 'tls.crt')]
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '1']
  const made = spawnSync('openssl', [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    key,
    '-out',
    certificate,
    ...subject,
  ])
  if (made.status !== 0) throw new Error(`openssl: ${made.stderr}`)
  chmodSync(key, 0o600)
  const port = await aFreePort()
  const file = path.join(folder, 'nginx.conf')
  writeFileSync(file, configuration(folder, port, ports))
  const nginx = spawn(NGINX, ['-e', path.join(folder, 'error.log'), '-c', file, '-g', 'daemon off;'], {
    stdio: 'ignore',
  })
  const origin = `https://localhost:${port}`
  const ask = asker(origin, readFileSync(certificate))
  await eventually(() =>
    ask('GET', '/health/live').then(
      () => true,
      () => false,
    ),
  )
  return { name: 'nginx with TLS', origin, ask, stop: () => ended(nginx) }
}

const configuration = (folder: string, port: number, ports: readonly number[]) => `
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 256; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/temporary/${name};`).join('\n  ')}
  upstream kith { ${ports.map((one) => `server 127.0.0.1:${one} max_fails=0;`).join(' ')} }
  server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${folder}/tls.crt;
    ssl_certificate_key ${folder}/tls.key;
    location / {
      proxy_pass http://kith;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
    }
  }
}
`

async function ended(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await gone
}
