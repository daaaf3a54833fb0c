import { timingSafeEqual } from 'node:crypto'
import type { Context } from './context.ts'
import type { TenantKeys } from './keyring.ts'
import { refusal } from './refusal.ts'

const CURSOR_VALID_HOURS = 24
const MAC = 16

export const CursorInvalid = refusal('cursor_invalid', 400, {
  en: 'This cursor belongs to another list; start from the first page.',
  ar: 'مؤشر الصفحة لا يخص هذه القائمة؛ ابدأ من الصفحة الأولى.',
})
export const CursorExpired = refusal('cursor_expired', 400, {
  en: 'This cursor has expired; start from the first page.',
  ar: 'انتهت صلاحية مؤشر الصفحة؛ ابدأ من الصفحة الأولى.',
})

/** A position in a list. Signed, bound to the tenant and the list's filters, valid for a day. */
export function writeCursor(keys: TenantKeys, list: string, now: Date, place: readonly unknown[]): string {
  const body = Buffer.from(JSON.stringify([Math.floor(now.getTime() / 1000), ...place]))
  return Buffer.concat([sign(keys, list, body), body]).toString('base64url')
}

export function readCursor<Place extends readonly unknown[]>(
  keys: TenantKeys,
  list: string,
  now: Date,
  cursor: string,
): Place {
  const bytes = Buffer.from(cursor, 'base64url')
  const body = bytes.subarray(MAC)
  if (bytes.length <= MAC || !timingSafeEqual(bytes.subarray(0, MAC), sign(keys, list, body))) throw CursorInvalid()
  // Signed by this server, so it has the shape given to writeCursor.
  const [madeAt, ...place]: [number, ...Place] = JSON.parse(body.toString())
  if (now.getTime() / 1000 - madeAt > CURSOR_VALID_HOURS * 3600) throw CursorExpired()
  return place
}

const ROWS = Symbol('the cursor of each row')

/** Where a page is read on: behind its end, where there is more (`true`: behind its last row), and behind each row for those who ask. */
export function placed(
  { keys, now }: Pick<Context, 'keys' | 'now'>,
  list: string,
  places: readonly (readonly unknown[])[],
  next: readonly unknown[] | boolean,
) {
  const write = (place: readonly unknown[]) => writeCursor(keys, list, now, place)
  const end = next === true ? places.at(-1) : next
  return { nextCursor: end ? write(end) : null, [ROWS]: () => places.map(write) }
}

/** The same of a copy that a contract has made. */
export function keepRows<Copy>(page: unknown, copy: Copy): Copy {
  return isPlaced(page) ? Object.assign(Object(copy), { [ROWS]: page[ROWS] }) : copy
}

/** The cursor of each row of a page; undefined for a list that has no pages. */
export const rowCursors = (page: unknown): readonly string[] | undefined => (isPlaced(page) ? page[ROWS]() : undefined)

const isPlaced = (page: unknown): page is ReturnType<typeof placed> =>
  typeof page === 'object' && page !== null && ROWS in page

const sign = (keys: TenantKeys, list: string, body: Buffer) => keys.digest(`cursor ${list}`, body).subarray(0, MAC)
