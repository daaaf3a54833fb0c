import type { Output } from '@kith/sdk'

/** The key of the session: without it waiting entries are unreadable. */
export interface Keeping {
  readonly holder: string
  /** Not extractable: no script can read it, only use it. */
  readonly key: CryptoKey
  readonly tenant: Output<'tenants.get'>
  /** Initials of the entry's author, for the sign-in page. */
  readonly by: string | null
  readonly keepUntil: number
}

/** Without a session only a number, a time, the author's initials and redeemed points are readable. */
export interface Row {
  readonly id: string
  readonly holder: string
  readonly by: string | null
  readonly provisional: number
  readonly at: number
  readonly state: 'waiting' | 'refused' | 'sent'
  readonly sealed: Sealed | null
  /** Of an order: the row of its customer; of redeemed points: that of their order. */
  readonly after?: string | null
  /** Of redeemed points: they count against what the till may redeem, whichever user redeemed them. */
  readonly redeems?: { readonly customerId: string; readonly points: number }
  readonly sentAs?: SentAs
}
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly content: ArrayBuffer
}
/** The resulting customer, and what to write down: a number, the amount of an order, points that were not there any more. */
export interface SentAs {
  readonly customerId: string
  readonly number: string
  /** Of an order. */
  readonly orderId?: string
  readonly owed?: number
  /** Of redeemed points: a refund of the order that they were for gives them back no more. */
  readonly withoutOrder?: boolean
}

/** A customer who was served lately, and what may be redeemed of their points; opened only with the key of the session. */
export interface ServedRow {
  readonly customerId: string
  readonly holder: string
  readonly keepUntil: number
  readonly sealed: Sealed
}

const NAME = 'kith-offline'
const VERSION = 2
const STORES = ['keeping', 'rows', 'counters', 'served'] as const
type Store = (typeof STORES)[number]
const KEYS: Partial<Record<Store, IDBObjectStoreParameters>> = {
  rows: { keyPath: 'id' },
  served: { keyPath: 'customerId' },
}
export type Stores = (name: Store) => IDBObjectStore

let opening: Promise<IDBDatabase> | null = null

/** All of the work or none of it, on disk before it resolves. */
export async function inDatabase<T>(mode: 'readonly' | 'readwrite', work: (stores: Stores) => Promise<T>): Promise<T> {
  opening ??= openDatabase().catch((error: unknown) => {
    // It may open the next time.
    opening = null
    throw error
  })
  const transaction = (await opening).transaction(STORES, mode, { durability: 'strict' })
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
  // The transaction has the reason of a failed request.
  const worked = work((name) => transaction.objectStore(name)).catch((error: unknown) =>
    done.then(() => Promise.reject(error)),
  )
  const [result] = await Promise.all([worked, done])
  return result
}

export function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function openDatabase(): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, VERSION)
  request.onupgradeneeded = () => {
    for (const name of STORES)
      if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, KEYS[name])
  }
  const blocked = new Promise<never>((_, reject) => {
    // A window with an earlier version of the app is open.
    request.onblocked = () => reject(new DOMException('', 'InvalidStateError'))
  })
  return Promise.race([asked(request), blocked]).then(closedForUpgrades)
}

/** A later version of the app, in another window, need not wait for this one. */
function closedForUpgrades(database: IDBDatabase): IDBDatabase {
  database.onversionchange = () => {
    opening = null
    database.close()
  }
  return database
}
