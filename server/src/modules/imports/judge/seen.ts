import type { Key } from './keys.ts'

/** Where a person was met before in the same file. */
export interface Seen {
  rowOf(keys: readonly Key[]): number | undefined
  note(keys: readonly Key[], row: number): void
}

const FULL = 0.6

/** Millions of keys in two flat arrays: 12 bytes for each place. A key is the first 48 bits of its digest. */
export class SeenKeys implements Seen {
  #keys = new Float64Array(1024)
  #rows = new Int32Array(1024)
  #count = 0

  rowOf(keys: readonly Key[]): number | undefined {
    for (const { digest } of keys) {
      const row = this.#rows[this.#placeOf(numberOf(digest))]!
      if (row !== 0) return row
    }
    return undefined
  }

  note(keys: readonly Key[], row: number): void {
    for (const { digest } of keys) this.#put(numberOf(digest), row)
    if (this.#count > this.#keys.length * FULL) this.#grow()
  }

  #put(key: number, row: number): void {
    const place = this.#placeOf(key)
    if (this.#rows[place] !== 0) return
    this.#keys[place] = key
    this.#rows[place] = row
    this.#count += 1
  }

  /** Where the key is, or would be. */
  #placeOf(key: number): number {
    const mask = this.#keys.length - 1
    let place = (key % 0x7fffffff) & mask
    while (this.#rows[place] !== 0 && this.#keys[place] !== key) place = (place + 1) & mask
    return place
  }

  #grow(): void {
    const [keys, rows] = [this.#keys, this.#rows]
    this.#keys = new Float64Array(2 * keys.length)
    this.#rows = new Int32Array(2 * rows.length)
    this.#count = 0
    for (let place = 0; place < keys.length; place++) if (rows[place] !== 0) this.#put(keys[place]!, rows[place]!)
  }
}

const numberOf = (digest: Buffer) => digest.readUIntBE(0, 6)
