import { useRef } from 'react'

/** The same content is sent under the same key, however often it is tried; other content is another request. */
export function useSameKey(): (content: unknown) => string {
  const sent = useRef({ content: '', key: '' })
  return (content) => {
    const written = JSON.stringify(content)
    if (sent.current.content !== written) sent.current = { content: written, key: crypto.randomUUID() }
    return sent.current.key
  }
}
