import { createDecipheriv } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import type { DataKey } from '../../src/kit/sealing.ts'

const reversed = (text: string) => [...text].reverse().join('')

/** A text as it may lie somewhere: plain, hex, base64 at each of the three alignments, UTF-16, digits back to front. */
export function encodings(text: string): Record<string, Buffer> {
  const utf8 = Buffer.from(text)
  const utf16 = Buffer.from(text, 'utf16le')
  return {
    plain: utf8,
    lower: Buffer.from(text.toLowerCase()),
    hex: Buffer.from(utf8.toString('hex')),
    base64: alignment(utf8, 0),
    'base64 shifted by one': alignment(utf8, 1),
    'base64 shifted by two': alignment(utf8, 2),
    utf16,
    'utf16 big endian': Buffer.from(utf16).swap16(),
    reversed: Buffer.from(reversed(text)),
  }
}

/** Without the characters that also depend on their neighbours. */
function alignment(bytes: Buffer, shift: 0 | 1 | 2): Buffer {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes])
  const sure = whole.subarray(0, whole.length - (whole.length % 3))
  return Buffer.from(sure.toString('base64').slice(shift === 0 ? 0 : 4))
}

/** Six digits can occur in base64 hashes of certificates by chance. */
const leastOf = (how: string) => (how.startsWith('base64') ? 10 : 5)

/** Which of the texts, and how written, are in these bytes. */
export function tracesIn(bytes: Buffer, texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    Object.entries(encodings(text))
      .filter(([how, needle]) => needle.length >= leastOf(how) && bytes.includes(needle))
      .map(([how]) => `${text} as ${how}`),
  )
}

/** Every table of the database, as text and as the bytes of its byteas. */
export async function dump(owner: pg.Client): Promise<Buffer> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const parts: Buffer[] = []
  for (const { name } of tables) {
    const { rows } = await owner.query(`select t.*, t::text as whole from ${name} t`)
    for (const row of rows) {
      for (const value of Object.values(row)) {
        parts.push(
          Buffer.isBuffer(value)
            ? value
            : Buffer.from(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')),
        )
        parts.push(Buffer.from('\n'))
      }
    }
  }
  return Buffer.concat(parts)
}

/** Opens a sealed value with any of these keys. Without the associated data: an attacker with the key needs none. */
export function opened(sealed: Buffer, keys: ReadonlyMap<string, DataKey>): Buffer | null {
  const key = keys.get(sealed.subarray(1, 17).toString('hex'))
  if (!key) return null
  const decipher = createDecipheriv('aes-256-gcm', key.secret, sealed.subarray(17, 29))
  return decipher.update(sealed.subarray(29, -16))
}

/** Every file below, with what may be read of it; files that go away meanwhile belong to other tests. */
export function* filesBelow(folder: string): Generator<{ file: string; bytes: Buffer }> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    try {
      if (entry.isDirectory()) yield* filesBelow(file)
      else if (statSync(file).isFile()) yield { file, bytes: readFileSync(file) }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
}
