import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto'

export interface DataKey {
  readonly id: Buffer
  readonly secret: Buffer
}

// version 1 | key id | nonce 12 | ciphertext | tag 16
const VERSION = 1
const NONCE = 12
const TAG = 16

export class Unopenable extends Error {}

/**
 * AES-256-GCM. `place` names the table, column, tenant and row, and is authenticated with the key id:
 * a sealed value that was moved to another row does not open.
 */
export function seal(key: DataKey, place: string, plain: Buffer | string): Buffer {
  const nonce = newNonce()
  const cipher = createCipheriv('aes-256-gcm', key.secret, nonce)
  cipher.setAAD(associated(key.id, place))
  const head = Buffer.from([VERSION])
  return Buffer.concat([
    head,
    key.id,
    nonce,
    typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain),
    cipher.final(),
    cipher.getAuthTag(),
  ])
}

// Random bytes are drawn in bulk: a system call costs more than the bytes.
const drawn = Buffer.alloc(NONCE * 512)
let used = drawn.length

/** Never the same bytes twice; the buffer is overwritten when all are used, long after `seal` has copied it. */
function newNonce(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += NONCE
  return drawn.subarray(used - NONCE, used)
}

export function open(key: DataKey, place: string, sealed: Buffer): Buffer {
  const start = 1 + key.id.length
  if (sealed[0] !== VERSION || sealed.length < start + NONCE + TAG || !sealed.subarray(1, start).equals(key.id)) {
    throw new Unopenable('sealed with another key or format')
  }
  const decipher = createDecipheriv('aes-256-gcm', key.secret, sealed.subarray(start, start + NONCE))
  decipher.setAAD(associated(key.id, place))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG))
  const plain = decipher.update(sealed.subarray(start + NONCE, sealed.length - TAG))
  try {
    decipher.final()
  } catch {
    throw new Unopenable('changed or moved')
  }
  return plain
}

/** The key id of a sealed value, for ids of this length. */
export const keyIdOf = (sealed: Buffer, idLength: number) => sealed.subarray(1, 1 + idLength)

const associated = (id: Buffer, place: string) => Buffer.concat([id, Buffer.from(place)])
