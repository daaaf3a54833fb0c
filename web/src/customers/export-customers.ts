import type { Kith } from '@kith/sdk'
import { openOwn } from '../session/carry.ts'

/** A client that reports the number of rows received so far. */
export function countingKith(onRows: (rows: number) => void): Kith {
  const counting =
    (ask: typeof fetch): typeof fetch =>
    async (...asked) => {
      const answer = await ask(...asked)
      return answer.ok && answer.body ? new Response(answer.body.pipeThrough(counter(onRows)), answer) : answer
    }
  return openOwn(counting)
}

const LINE_END = 10
function counter(onRows: (rows: number) => void) {
  let lines = 0
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      for (const byte of chunk) if (byte === LINE_END) lines += 1
      // The first line is the header.
      onRows(Math.max(0, lines - 1))
      controller.enqueue(chunk)
    },
  })
}

export function saveFile(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
