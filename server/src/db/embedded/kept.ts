import { setTimeout as pause } from 'node:timers/promises'
import type { Embedded } from './embedded.ts'
import { type EmbeddedOptions, openEmbedded } from './server.ts'

const FIRST_PAUSE_MS = 25
const LONGEST_PAUSE_MS = 500

export interface Kept {
  readonly host: string
  readonly port: number
  stop(): Promise<void>
}

/**
 * Keeps a server running until it is stopped here: when it dies, a new one is started, or the server is joined that another
 * process started meanwhile. The address stays the same.
 */
export async function keepEmbedded(options: EmbeddedOptions, say: (line: string) => void): Promise<Kept> {
  const stopping = new AbortController()
  const { signal } = stopping
  const open = () => openEmbedded({ ...options, say, signal })
  let server = await open()
  const { host, port } = server
  let reopening: Promise<void> = Promise.resolve()

  const watch = () =>
    server.whenGone((reason) => {
      say(reason)
      reopening = reopen()
    })
  async function reopen() {
    let told = ''
    for (let wait = FIRST_PAUSE_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      const found = await open().catch((error: Error) => error)
      if (!(found instanceof Error)) return useFrom(found)
      if (!signal.aborted && found.message !== told) say(found.message)
      told = found.message
      await pause(wait, null, { signal, ref: false }).catch(() => {})
    }
  }
  function useFrom(found: Embedded) {
    server = found
    watch()
    if (!signal.aborted) say('PostgreSQL runs again')
  }

  watch()
  return {
    host,
    port,
    async stop() {
      stopping.abort()
      await reopening
      await server.stop()
    },
  }
}
