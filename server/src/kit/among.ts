import { sql as raw } from 'kysely'
import { PLANNED_ANEW } from '../db/pool.ts'

/** `where(column, '=', among(ids))`. One id is compared by itself: PostgreSQL plans a statement with a list anew each time. */
export const among = (ids: readonly string[]) =>
  ids.length === 1 ? raw<string>`${ids[0]}::uuid` : raw<string>`any(${ids}::uuid[])`

const MANY = 20

/**
 * At the beginning of a statement about a list. A plan that was made while a table was nearly empty reads all of it for each of
 * the list; for many, as in an import, planning anew costs nothing beside them.
 */
export const planningOf = (list: { readonly length: number }) => raw.raw(list.length > MANY ? PLANNED_ANEW : '')
