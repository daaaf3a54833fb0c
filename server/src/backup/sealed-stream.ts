import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Writable } from 'node:stream'

// KITHBAK1 and 16 random bytes; then frames: length of the content (4 bytes), kind (1 byte), content and its tag, AES-256-GCM.
// The nonce is the number of the frame, and the kind is authenticated: no frame can be left out, moved or added.
const MAGIC = Buffer.from('KITHBAK1')
const SALT_BYTES = 16
const TAG_BYTES = 16
const KINDS = ['note', 'rows', 'end'] as const
type Kind = (typeof KINDS)[number]
const MOST_BYTES = 16 * 1024 * 1024

export interface Frame {
  readonly kind: Kind
  readonly content: Buffer
}

const keyFor = (secret: Buffer, salt: Buffer) => Buffer.from(hkdfSync('sha256', secret, salt, 'kith backup', 32))

function nonceOf(frame: number): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(frame), 4)
  return nonce
}

/** Writes what only the holder of the key can read, and no one can change. */
export class SealedWriter {
  readonly #to: Writable
  readonly #key: Buffer
  #frames = 0

  constructor(to: Writable, secret: Buffer) {
    const salt = randomBytes(SALT_BYTES)
    this.#to = to
    this.#key = keyFor(secret, salt)
    to.write(Buffer.concat([MAGIC, salt]))
  }

  note(value: unknown): Promise<void> {
    return this.write('note', Buffer.from(JSON.stringify(value)))
  }

  async write(kind: Kind, content: Buffer): Promise<void> {
    const head = Buffer.alloc(5)
    head.writeUInt32BE(content.length)
    head.writeUInt8(KINDS.indexOf(kind), 4)
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonceOf(this.#frames++)).setAAD(head)
    const sealed = Buffer.concat([head, cipher.update(content), cipher.final(), cipher.getAuthTag()])
    if (!this.#to.write(sealed)) await new Promise((resolve) => this.#to.once('drain', resolve))
  }

  /** Without it the backup is not whole. */
  async end(): Promise<void> {
    await this.write('end', Buffer.alloc(0))
    await new Promise<void>((resolve, reject) => {
      this.#to.once('error', reject)
      this.#to.end(resolve)
    })
  }
}

export class BackupUnreadable extends Error {}

/** The frames of a backup, each checked. Refuses what was cut short. */
export async function* readSealed(from: AsyncIterable<Buffer>, secret: Buffer): AsyncGenerator<Frame> {
  const bytes = new Bytes(from)
  const start = await bytes.take(MAGIC.length + SALT_BYTES)
  if (!start?.subarray(0, MAGIC.length).equals(MAGIC)) throw new BackupUnreadable('This is no backup of Kith')
  const key = keyFor(secret, start.subarray(MAGIC.length))
  for (let frame = 0; ; frame++) {
    const head = await bytes.take(5)
    if (!head) throw new BackupUnreadable('The backup is cut short')
    const [length, kind] = [head.readUInt32BE(), KINDS[head.readUInt8(4)]]
    const sealed = length > MOST_BYTES ? null : await bytes.take(length + TAG_BYTES)
    if (!sealed || !kind) throw new BackupUnreadable('The backup is cut short or damaged')
    const cipher = createDecipheriv('aes-256-gcm', key, nonceOf(frame)).setAAD(head).setAuthTag(sealed.subarray(length))
    const content = cipher.update(sealed.subarray(0, length))
    try {
      cipher.final()
    } catch {
      throw new BackupUnreadable('The backup is damaged, or this is not its key')
    }
    if (kind === 'end') return
    yield { kind, content }
  }
}

class Bytes {
  readonly #from: AsyncIterator<Buffer>
  #held = Buffer.alloc(0)

  constructor(from: AsyncIterable<Buffer>) {
    this.#from = from[Symbol.asyncIterator]()
  }

  /** Null at the end. */
  async take(length: number): Promise<Buffer | null> {
    const parts: Buffer[] = [this.#held]
    let size = this.#held.length
    while (size < length) {
      const { value, done } = await this.#from.next()
      if (done) return null
      parts.push(value)
      size += value.length
    }
    const all = Buffer.concat(parts)
    this.#held = all.subarray(length)
    return all.subarray(0, length)
  }
}
