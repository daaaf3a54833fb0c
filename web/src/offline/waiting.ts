import type { Input, Problem } from '@kith/sdk'
import { NotKept, notKept } from '../reach/not-kept.ts'
import { announceChange } from './changes.ts'
import { asked, inDatabase, type Row, type SentAs, type Stores } from './database.ts'
import { keptSession } from './kept-session.ts'
import { open, seal } from './sealing.ts'

const SENT_SHOWN_MS = 24 * 3_600_000
const COUNTER = 'provisional'

export type Stub = Input<'customers.create'>
/** With what the list of entries shows of it. */
export interface KeptOrder {
  readonly sent: Input<'orders.place'>
  readonly name: string
  readonly currency: string
}
/** Points that were redeemed here; their `redemptionId` is the key under which they are sent. */
export interface KeptRedemption {
  readonly sent: Omit<Input<'loyalty.settleOffline'>, 'redemptionId'>
  readonly name: string
  readonly number: string
}
type What =
  | { readonly stub: Stub; readonly order?: undefined; readonly redemption?: undefined }
  | { readonly stub?: undefined; readonly order: KeptOrder; readonly redemption?: undefined }
  | { readonly stub?: undefined; readonly order?: undefined; readonly redemption: KeptRedemption }
type Content = What & {
  /** The Idempotency-Key of the content: however often it is sent, it is done once. */
  readonly idempotencyKey: string
  readonly refused: Problem | null
}
export type Waiting = Content & {
  readonly id: string
  readonly provisional: string
  readonly at: number
  readonly state: 'waiting' | 'refused'
  /** Of an order: the entry of its customer; of redeemed points: that of their order. It has to be sent first. */
  readonly after: string | null
  /** That entry was refused, and waits to be settled. */
  readonly isHeld: boolean
}
/** The author of waiting entries, as other users see them. */
export interface Waited {
  readonly holder: string
  readonly by: string | null
  readonly count: number
  readonly isOwn: boolean
}
export interface Sent extends SentAs {
  readonly id: string
  readonly provisional: string
}

/** Clearly different from a number of the server. */
const provisionalOf = (count: number) => `OFF-${count}`
const placeOf = ({ holder, id }: Pick<Row, 'holder' | 'id'>) => `rows.sealed|${holder}|${id}`

interface Along {
  readonly after?: string | null
  /** What is written with it: both or neither. */
  readonly also?: (stores: Stores) => Promise<unknown>
}

/** Stores an entry that could not be sent. Its key may have been used for an attempt with a lost response. */
export async function keep(what: What, idempotencyKey: string, { after = null, also }: Along = {}): Promise<Waiting> {
  const { holder, by, key } = await mustBeKept()
  const content: Content = { ...what, idempotencyKey, refused: null }
  const redeems = what.redemption && {
    customerId: what.redemption.sent.customerId,
    points: what.redemption.sent.points,
  }
  const row = {
    ...{ id: crypto.randomUUID(), holder, by, at: Date.now(), state: 'waiting' as const, after },
    ...(redeems && { redeems }),
  }
  const sealed = await seal(key, placeOf(row), content)
  const provisional = await inDatabase('readwrite', async (stores) => {
    const before = (await asked<number | undefined>(stores('counters').get(COUNTER))) ?? 0
    await asked(stores('counters').put(before + 1, COUNTER))
    await asked(stores('rows').add({ ...row, provisional: before + 1, sealed } satisfies Row))
    await also?.(stores)
    return before + 1
  }).catch((error: unknown) => Promise.reject(notKept(error)))
  announceChange()
  return { ...content, ...row, provisional: provisionalOf(provisional), isHeld: false }
}

/** Points of a customer that any user of this device redeemed and that are not settled yet. */
export async function unsettledOf(customerId: string): Promise<number> {
  const rows = await inDatabase('readonly', (stores) => asked<Row[]>(stores('rows').getAll()))
  const theirs = rows.filter(({ state, redeems }) => state === 'waiting' && redeems?.customerId === customerId)
  return theirs.reduce((sum, { redeems }) => sum + (redeems?.points ?? 0), 0)
}

/** All entries of this device, in order. Of other users only the number and the author. */
export async function readWaiting() {
  const session = await keptSession()
  const rows = await inDatabase('readonly', (stores) => asked<Row[]>(stores('rows').getAll()))
  rows.sort((a, b) => a.provisional - b.provisional)
  const own = rows.filter(({ holder }) => holder === session?.holder)
  const unsent = own.filter(({ state }) => state !== 'sent')
  return {
    waiting: session ? await Promise.all(unsent.map((row) => opened(session.key, row, own))) : [],
    sent: own.flatMap((row) => sentOf(row)),
    waited: waitedOf(rows, session?.holder),
  }
}

export async function settleSent(id: string, sentAs: SentAs) {
  await change(id, (row) => ({ ...row, state: 'sent', sealed: null, sentAs }))
}

export async function settleRefused(entry: Waiting, refused: Problem): Promise<void> {
  await rewrite(entry, { ...whatOf(entry), idempotencyKey: entry.idempotencyKey, refused }, 'refused')
}

/** Changed content is another request, and so gets another key. */
export async function changeAndRetry(entry: Waiting, what: What): Promise<void> {
  const same = JSON.stringify(what) === JSON.stringify(whatOf(entry))
  const idempotencyKey = same ? entry.idempotencyKey : crypto.randomUUID()
  await rewrite(entry, { ...what, idempotencyKey, refused: null }, 'waiting')
}

export const retry = (entry: Waiting) => changeAndRetry(entry, whatOf(entry))

const whatOf = ({ stub, order, redemption }: Waiting): What =>
  order ? { order } : redemption ? { redemption } : { stub: stub! }

/** The orders of a customer who is never sent go too. Points that were redeemed for an order are settled without it. */
export async function discard(id: string): Promise<void> {
  await inDatabase('readwrite', async (stores) => {
    const rows = await asked<Row[]>(stores('rows').getAll())
    const gone = new Set([id])
    for (const row of rows) if (row.after === id && !row.redeems) gone.add(row.id)
    for (const one of gone) await asked(stores('rows').delete(one))
    for (const row of rows)
      if (row.redeems && row.after && !gone.has(row.id) && gone.has(row.after))
        await asked(stores('rows').put({ ...row, after: null }))
  })
  announceChange()
}

/** What an entry became; null: it is not sent yet. */
export async function sentAs(id: string): Promise<SentAs | null> {
  const row = await inDatabase('readonly', (stores) => asked<Row | undefined>(stores('rows').get(id)))
  return row?.sentAs ?? null
}

async function rewrite({ id }: Waiting, content: Content, state: Row['state']): Promise<void> {
  const { holder, key } = await mustBeKept()
  const sealed = await seal(key, placeOf({ holder, id }), content)
  await change(id, (row) => ({ ...row, state, sealed }))
}

async function change(id: string, how: (row: Row) => Row): Promise<void> {
  await inDatabase('readwrite', async (stores) => {
    const row = await asked<Row | undefined>(stores('rows').get(id))
    if (row) await asked(stores('rows').put(how(row)))
  })
  announceChange()
}

async function opened(key: CryptoKey, row: Row, own: readonly Row[]): Promise<Waiting> {
  const content = await open<Content>(key, placeOf(row), row.sealed!)
  return {
    ...content,
    id: row.id,
    at: row.at,
    provisional: provisionalOf(row.provisional),
    state: row.state as 'waiting',
    after: row.after ?? null,
    isHeld: own.some(({ id, state }) => id === row.after && state === 'refused'),
  }
}

/** Sent entries stay for a day, so that the real number can be written down. */
const sentOf = ({ id, at, provisional, sentAs }: Row): Sent[] =>
  sentAs && at > Date.now() - SENT_SHOWN_MS ? [{ id, provisional: provisionalOf(provisional), ...sentAs }] : []

function waitedOf(rows: readonly Row[], own: string | undefined): Waited[] {
  const unsent = rows.filter(({ state }) => state !== 'sent')
  return [...new Set(unsent.map(({ holder }) => holder))].map((holder) => {
    const theirs = unsent.filter((row) => row.holder === holder)
    return { holder, by: theirs.at(-1)?.by ?? null, count: theirs.length, isOwn: holder === own }
  })
}

export async function mustBeKept() {
  const session = await keptSession().catch((error: unknown) => Promise.reject(notKept(error)))
  if (!session) throw new NotKept('no session')
  return session
}
