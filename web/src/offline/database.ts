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

/** Without a session only a number, a time and the author's initials are readable. */
export interface Row {
  readonly id: string
  readonly holder: string
  readonly by: string | null
  readonly provisional: number
  readonly at: number
  readonly state: 'waiting' | 'refused' | 'sent'
  readonly sealed: { readonly iv: Uint8Array<ArrayBuffer>; readonly content: ArrayBuffer } | null
  /** Of an order: the row of its customer. */
  readonly after?: string | null
  /** The resulting customer, and what to write down: a number, or the amount of an order. */
  readonly sentAs?: { readonly customerId: string; readonly number: string }
}

const NAME = 'kith-offline'
const VERSION = 1
const STORES = ['keeping', 'rows', 'counters'] as const
type Store = (typeof STORES)[number]
type Stores = (name: Store) => IDBObjectStore

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
    request.result.createObjectStore('keeping')
    request.result.createObjectStore('counters')
    request.result.createObjectStore('rows', { keyPath: 'id' })
  }
  return asked(request)
}
