import path from 'node:path'
import { credentials, loadPackageDefinition, type ServiceError } from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startGrpc } from '../src/main.ts'
import { aWorld, type World } from './harness.ts'

// biome-ignore lint/suspicious/noExplicitAny: grpc-js makes its clients at run time
type Clients = any
const protos = loadPackageDefinition(
  loadSync('grpc/health/v1/health.proto', { includeDirs: [path.resolve('server/proto')], enums: String }),
) as Clients

let world: World
let grpc: Awaited<ReturnType<typeof startGrpc>>
let health: Clients
beforeAll(async () => {
  world = await aWorld()
  grpc = await startGrpc(world.kith)
  health = new protos.grpc.health.v1.Health(new URL(grpc.url).host, credentials.createInsecure())
})
afterAll(async () => {
  health.close()
  await grpc.stop()
  await world.close()
})

const check = (service: string) =>
  new Promise<{ status: string }>((resolve, reject) =>
    health.check({ service }, (error: ServiceError | null, answer: { status: string }) =>
      error ? reject(error) : resolve(answer),
    ),
  )

test('the standard health service answers for the server and refuses to answer for what it does not have', async () => {
  expect(await check('')).toEqual({ status: 'SERVING' })
  await expect(check('kith.nothing.v1.None')).rejects.toMatchObject({ code: 5 })
})

test('whoever watches is told when the server stops', async () => {
  const other = await startGrpc(world.kith)
  const client = new protos.grpc.health.v1.Health(new URL(other.url).host, credentials.createInsecure())
  const watch = client.watch({ service: '' })
  await new Promise((resolve) => watch.once('data', resolve))
  const over = new Promise((resolve) => watch.once('error', resolve).once('end', resolve))
  await other.stop()
  await over
  client.close()
})
