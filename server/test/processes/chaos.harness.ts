import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import path from 'node:path'

/** Takes every connection and all that is sent on it, and never says a word. */
export async function aSilentServer() {
  const open = new Set<Socket>()
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    open.add(socket)
    socket.on('error', () => {}).on('close', () => open.delete(socket))
    socket.resume()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // It listens on a port.
  return {
    port,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve)
        for (const socket of open) socket.destroy()
      }),
  }
}

/** A library of ours by which no name is found; null where there is no compiler. */
export function faultLibrary(folder: string): string | null {
  const library = path.join(folder, 'faults.so')
  const { status } = spawnSync('cc', [
    ...['-shared', '-fPIC', '-O1', '-o', library],
    ...['server/test/processes/faults.c', '-ldl'],
  ])
  if (status !== 0) return null
  chmodSync(library, 0o755)
  return library
}

/** How many files a process may open; what is counted are connections. */
export const openFilesAllowed = (): number => {
  const said = execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim()
  return said === 'unlimited' ? Number.POSITIVE_INFINITY : Number(said)
}
