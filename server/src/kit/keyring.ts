import { createHash, createHmac, hash, hkdfSync, randomBytes } from 'node:crypto'
import type { LRUCache } from 'lru-cache'
import { cache } from './caches.ts'
import { type DataKey, Unopenable, unwrapKey, wrapKey, wrapperOf } from './sealed.ts'
import { uuidToBytes } from './uuid.ts'

// 150 bytes each: as text, because a buffer of 32 bytes takes 600 with what holds it.
const DATA_KEYS_HELD = 100_000
const TENANTS_HELD = 5_000
// So that rotations by another process are noticed; see rotate-keys.ts.
const TENANT_HELD_MINUTES = 10
const ABSENT_HELD = 10_000
const ABSENT_HELD_MS = 5_000

/** A row of tenant_keys. */
export interface WrappedTenantKey {
  readonly purpose: 'wrap' | 'root'
  readonly version: number
  readonly wrapped: Buffer
}

/** The master keys wrap the keys of the tenants. Both open, the current one seals. */
export class MasterKey {
  readonly #keys: readonly DataKey[]

  constructor(current: Buffer, previous?: Buffer) {
    this.#keys = [current, ...(previous ? [previous] : [])].map((secret) => ({
      id: createHash('sha256').update('kith master key id').update(secret).digest().subarray(0, 4),
      secret,
    }))
  }

  wrap(tenant: string, purpose: string, version: number, secret: Buffer): Buffer {
    return wrapKey(this.#keys[0]!, `tenant_keys|${tenant}|${purpose}|${version}`, secret)
  }

  unwrap(tenant: string, { purpose, version, wrapped }: WrappedTenantKey): Buffer {
    const key = this.#keys.find(({ id }) => id.equals(wrapperOf(wrapped)))
    if (!key) throw new Unopenable('The keys of this tenant were wrapped with another KITH_MASTER_KEY')
    return unwrapKey(key, `tenant_keys|${tenant}|${purpose}|${version}`, wrapped)
  }

  /** The current one first. */
  get ids(): readonly Buffer[] {
    return this.#keys.map(({ id }) => id)
  }

  /** Secrets of the installation derived from each master key, such as the password of a login; the current one first. */
  derive(purpose: string): readonly DataKey[] {
    return this.#keys.map(({ id, secret }) => ({
      id,
      secret: Buffer.from(hkdfSync('sha256', secret, '', `kith ${purpose}`, 32)),
    }))
  }
}

/** For the term of a search token; a letter has up to three bytes for each of its units. */
const ROOM = 512
const MOST_BYTES = 3

/** The operations of a tenant's secrets. The secrets themselves stay inside. */
export class TenantKeys {
  readonly tenant: string
  /** Seals values of the tenant rather than of one customer. */
  readonly own: DataKey
  readonly #wrap: ReadonlyMap<number, Buffer>
  readonly #newest: number
  readonly #index: Buffer
  readonly #token: Buffer
  readonly #room: Buffer
  readonly #chain: Buffer
  readonly #pepper: Buffer
  readonly #secrets: LRUCache<string, string>

  constructor(tenant: string, root: Buffer, wrap: ReadonlyMap<number, Buffer>, secrets: LRUCache<string, string>) {
    const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', root, '', `kith ${tenant} ${purpose}`, 32))
    this.tenant = tenant
    this.own = { id: uuidToBytes(tenant), secret: derive('seal') }
    this.#wrap = wrap
    this.#newest = Math.max(...wrap.keys())
    this.#index = derive('index')
    this.#token = derive('token')
    this.#room = Buffer.concat([this.#token, Buffer.alloc(ROOM)])
    this.#chain = derive('chain')
    this.#pepper = derive('pepper')
    this.#secrets = secrets
  }

  newDataKey(id: string): { key: DataKey; wrapped: Buffer } {
    const key = { id: uuidToBytes(id), secret: randomBytes(32) }
    return { key, wrapped: this.wrapDataKey(key, id) }
  }

  wrapDataKey(key: DataKey, id: string): Buffer {
    const version = Buffer.alloc(4)
    version.writeUInt32BE(this.#newest)
    return wrapKey({ id: version, secret: this.#wrap.get(this.#newest)! }, `data_keys|${this.tenant}|${id}`, key.secret)
  }

  /** `wrapped` must come from the database in this very transaction: a destroyed key must not live on in the cache. */
  dataKey(id: string, wrapped: Buffer): DataKey {
    const held = this.#secrets.get(id)
    if (held !== undefined) return { id: uuidToBytes(id), secret: Buffer.from(held, 'latin1') }
    const key = this.unheldDataKey(id, wrapped)
    this.#secrets.set(id, key.secret.toString('latin1'))
    return key
  }

  /** The same for a visit to all of them, which would drive out those in use. */
  unheldDataKey(id: string, wrapped: Buffer): DataKey {
    const version = wrapperOf(wrapped)
    const secret = this.#wrap.get(version.readUInt32BE())
    if (!secret) throw new UnknownWrapKey()
    return {
      id: uuidToBytes(id),
      secret: unwrapKey({ id: version, secret }, `data_keys|${this.tenant}|${id}`, wrapped),
    }
  }

  /** The same value gives the same digest within a tenant: for exact lookup. */
  blindIndex(type: string, value: string): Buffer {
    return createHmac('sha256', this.#index).update(`${type}\0${value}`).digest().subarray(0, 16)
  }

  /** 32 bits of a keyed hash, for search. Because it is cut so short, a plain keyed hash cannot be extended. */
  searchToken(term: string): number {
    // Dozens for each customer: the secret is in front of the room for the term already.
    const start = this.#token.length
    const fits = term.length * MOST_BYTES <= this.#room.length - start
    const content = fits
      ? this.#room.subarray(0, start + this.#room.write(term, start))
      : Buffer.concat([this.#token, Buffer.from(term)])
    // As text, because a buffer for each costs more than the hash.
    const digest = hash('sha256', content, 'binary')
    return [0, 1, 2, 3].reduce((bits, at) => (bits << 8) | digest.charCodeAt(at), 0)
  }

  /** Chains audit entries. Keyed, so that write access to the database is not enough to forge a chain. */
  chainLink(previous: Buffer, content: string): Buffer {
    return createHmac('sha256', this.#chain).update(previous).update(content).digest()
  }

  /** The keyed digest of a password before hashing, within bcrypt's limit of 72 bytes. */
  pepper(password: string): string {
    return createHmac('sha384', this.#pepper).update(password.normalize('NFKC')).digest('base64')
  }

  /** A digest for values that are only compared: API keys, idempotency keys, cursors. */
  digest(purpose: string, content: string | Buffer): Buffer {
    return createHmac('sha256', this.#index).update(`${purpose}\0`).update(content).digest()
  }
}

/** Another process rotated the tenant's keys; read them again. */
export class UnknownWrapKey extends Error {}

export class Keyring {
  readonly master: MasterKey
  readonly #tenants = cache<string, TenantKeys>('tenant_keys', { max: TENANTS_HELD, ttl: TENANT_HELD_MINUTES * 60_000 })
  readonly #secrets = cache<string, string>('data_keys', { max: DATA_KEYS_HELD })
  readonly #absent = cache<string, true>('absent_tenants', { max: ABSENT_HELD, ttl: ABSENT_HELD_MS })

  constructor(master: MasterKey) {
    this.master = master
  }

  held(tenant: string): TenantKeys | undefined {
    return this.#tenants.get(tenant)
  }

  forget(tenant: string): void {
    this.#tenants.delete(tenant)
  }

  /** Whether there was no such tenant some seconds ago: an id that was made up is not looked for again and again. */
  isAbsent(tenant: string): boolean {
    return this.#absent.has(tenant)
  }

  noteAbsent(tenant: string): void {
    this.#absent.set(tenant, true)
  }

  /** Opens the keys of a tenant from its rows of tenant_keys. */
  hold(tenant: string, rows: readonly WrappedTenantKey[]): TenantKeys {
    const root = rows.find((row) => row.purpose === 'root')
    if (!root) throw new Unopenable('This tenant has no keys')
    const wrap = new Map(
      rows.filter((row) => row.purpose === 'wrap').map((row) => [row.version, this.master.unwrap(tenant, row)]),
    )
    const keys = new TenantKeys(tenant, this.master.unwrap(tenant, root), wrap, this.#secrets)
    this.#tenants.set(tenant, keys)
    this.#absent.delete(tenant)
    return keys
  }

  /** The keys of a new tenant: its rows of tenant_keys. */
  newTenantKeys(tenant: string): WrappedTenantKey[] {
    return (['root', 'wrap'] as const).map((purpose) => this.wrapTenantKey(tenant, purpose, 1, randomBytes(32)))
  }

  wrapTenantKey(tenant: string, purpose: 'wrap' | 'root', version: number, secret: Buffer): WrappedTenantKey {
    return { purpose, version, wrapped: this.master.wrap(tenant, purpose, version, secret) }
  }
}
