import { type JetStreamClient, jetstream, jetstreamManager } from '@nats-io/jetstream'
import { connect, type NatsConnection, nanos } from '@nats-io/transport-node'
import type { Database } from '../../kit/database.ts'

export const STREAM = 'KITH'
export const SUBJECTS = 'kith.events'
const CONNECTS_WITHIN_MS = 5_000
const [DAY_MS, KEPT_DAYS] = [86_400_000, 30]
/** Longer than the pause before a batch comes again. */
const DUPLICATES_MS = 10 * 60_000

interface Broker {
  readonly connection: NatsConnection
  readonly stream: JetStreamClient
}

const brokers = new WeakMap<Database, Promise<Broker>>()

/** One connection for a process. One that could not be made is tried again with the next batch. */
export function brokerOf(db: Database, url: string): Promise<Broker> {
  const known = brokers.get(db)
  if (known) return known
  const made = open(url)
  brokers.set(db, made)
  made.then(
    ({ connection }) => connection.closed().then(() => forget(db, made)),
    () => forget(db, made),
  )
  return made
}

function forget(db: Database, broker: Promise<Broker>): void {
  if (brokers.get(db) === broker) brokers.delete(db)
}

export async function closeBroker(db: Database): Promise<void> {
  const broker = await brokers.get(db)?.catch(() => undefined)
  brokers.delete(db)
  await broker?.connection.close()
}

async function open(url: string): Promise<Broker> {
  const { username, password, host, protocol } = new URL(url)
  const connection = await connect({
    servers: host,
    name: 'kith',
    timeout: CONNECTS_WITHIN_MS,
    ...(username !== '' && { user: decodeURIComponent(username), pass: decodeURIComponent(password) }),
    ...(protocol === 'tls:' && { tls: {} }),
  })
  const manager = await jetstreamManager(connection)
  await manager.streams.info(STREAM).catch(() =>
    manager.streams.add({
      name: STREAM,
      subjects: [`${SUBJECTS}.>`],
      max_age: nanos(KEPT_DAYS * DAY_MS),
      duplicate_window: nanos(DUPLICATES_MS),
    }),
  )
  return { connection, stream: jetstream(connection) }
}
