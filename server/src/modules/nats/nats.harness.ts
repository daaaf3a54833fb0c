import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { jetstreamManager } from '@nats-io/jetstream'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import { type Body, eventually } from '../../../test/harness.ts'
import { STREAM, SUBJECTS } from './connection.ts'

const withSbin = () => ({ ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/usr/local/sbin` })

/** The version of the broker, where this machine has one. */
export const brokerVersion = (() => {
  try {
    return execFileSync('nats-server', ['--version'], { encoding: 'utf8', env: withSbin() }).trim()
  } catch {
    return null
  }
})()

export type Broker = Awaited<ReturnType<typeof aBroker>>

/** A real broker with a folder of its own, that can be killed and started again. */
export async function aBroker() {
  const folder = mkdtempSync(path.join(tmpdir(), 'kith-nats-'))
  const port = await freePort()
  let child: ChildProcess
  let client: NatsConnection
  const broker = {
    url: `nats://127.0.0.1:${port}`,
    manager: () => jetstreamManager(client),
    async start(): Promise<void> {
      child = spawn('nats-server', ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', folder], {
        env: withSbin(),
        stdio: 'ignore',
      })
      client = await eventually(() => connect({ servers: `127.0.0.1:${port}`, timeout: 500 }).catch(() => null))
    },
    async stop(signal: NodeJS.Signals): Promise<void> {
      await client.close()
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill(signal)
      await gone
    },
    /** What the stream has of a business, in its order. */
    async stored(tenant: string): Promise<Body[]> {
      const manager = await jetstreamManager(client)
      const info = await manager.streams.info(STREAM).catch(() => null)
      if (!info || info.state.messages === 0) return []
      const found: Body[] = []
      // One by one: consumers that filter need a newer server than Debian has.
      for (let seq = info.state.first_seq; seq <= info.state.last_seq; seq++) {
        const message = await manager.streams.getMessage(STREAM, { seq })
        if (!message?.subject.startsWith(`${SUBJECTS}.${tenant}.`)) continue
        found.push({ id: message.header.get('Nats-Msg-Id'), subject: message.subject, event: message.json() })
      }
      return found
    },
    async close(): Promise<void> {
      await broker.stop('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await broker.start()
  return broker
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
