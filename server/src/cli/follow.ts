import { setTimeout as pause } from 'node:timers/promises'

const TRIES_AGAIN_AFTER_MS = 2_000

export interface Followed {
  readonly position: string
  readonly type: string
  /** As JSON. */
  readonly event: string
}

export interface Source {
  readonly url: string
  readonly key: string
  readonly since?: string | undefined
  readonly types?: string | undefined
}

/** The events of a server as they come, over HTTP with an API key. Reconnects where it was; ends where the key is refused. */
export async function* follow({ url, key, since, types }: Source, signal: AbortSignal): AsyncGenerator<Followed> {
  let last: string | null = null
  while (!signal.aborted) {
    const query = new URLSearchParams({ ...(since && last === null && { since }), ...(types && { types }) })
    try {
      const answer = await fetch(new URL(`/api/v1/events/stream?${query}`, url), {
        headers: { authorization: `Bearer ${key}`, ...(last !== null && { 'last-event-id': last }) },
        signal,
      })
      if (!answer.ok) await refuse(answer)
      for await (const { id, event, data } of messagesOf(answer.body!)) {
        last = id ?? last
        if (event && data) yield { position: id ?? '', type: event, event: data }
      }
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof Refused) throw error
    }
    await pause(TRIES_AGAIN_AFTER_MS, undefined, { signal }).catch(() => {})
  }
}

class Refused extends Error {}

/** A server that is busy or away is asked again. */
async function refuse(answer: Response): Promise<void> {
  const text = await answer.text()
  if (answer.status < 500 && answer.status !== 429)
    throw new Refused(`The server answered ${answer.status}: ${text.slice(0, 300)}`)
  throw new Error(`${answer.status}`)
}

/** Server-sent events: lines `name: value`, and an empty line ends each. */
export async function* messagesOf(body: AsyncIterable<Uint8Array>) {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const part of body) {
    const messages = (rest + decoder.decode(part, { stream: true })).split('\n\n')
    rest = messages.pop()!
    for (const message of messages) {
      const fields = Object.fromEntries(
        message.split('\n').map((line) => /^(\w*): ?(.*)$/.exec(line)?.slice(1) ?? ['', '']),
      )
      const { id, event, data } = fields
      yield {
        ...(id !== undefined && { id }),
        ...(event !== undefined && { event }),
        ...(data !== undefined && { data }),
      }
    }
  }
}
