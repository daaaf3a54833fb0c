import { useRef } from 'react'

/** The same content keeps its Idempotency-Key over all attempts; other content is another request. */
export function useSameKey(): (content: unknown) => string {
  const sent = useRef({ content: '', key: '' })
  return (content) => {
    const written = JSON.stringify(content)
    if (sent.current.content !== written) sent.current = { content: written, key: crypto.randomUUID() }
    return sent.current.key
  }
}
