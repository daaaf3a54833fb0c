import { setImmediate } from 'node:timers/promises'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { type Part, page } from './page.ts'

const MOST_BYTES = 32 * 1024 * 1024
/** Compresses asynchronously, so that other requests are served in between. */
const CHUNK = 256 * 1024

export class TooLarge extends Error {}

/** A file for programs per module, and a page for people. */
export async function pack(parts: readonly Part[], language: 'en' | 'ar', at: Date): Promise<Uint8Array> {
  const files = [
    { name: 'index.html', text: page(parts, language, at) },
    ...parts.map(({ name, held }) => ({ name: `${name}.json`, text: JSON.stringify(held, null, 2) })),
  ]
  const packed: Uint8Array[] = []
  let size = 0
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    size += chunk.length
    packed.push(chunk)
  })
  for (const { name, text } of files) {
    const file = new ZipDeflate(name, { level: 6 })
    file.mtime = at
    zip.add(file)
    const bytes = strToU8(text)
    for (let from = 0; from === 0 || from < bytes.length; from += CHUNK) {
      file.push(bytes.subarray(from, from + CHUNK), from + CHUNK >= bytes.length)
      if (size > MOST_BYTES) throw new TooLarge()
      await setImmediate()
    }
  }
  zip.end()
  return Buffer.concat(packed)
}
