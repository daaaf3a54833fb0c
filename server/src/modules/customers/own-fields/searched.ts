import type { Context } from '../../../kit/context.ts'
import type { OwnKeys } from '../search/person.ts'
import { holdOwnFields, readOwnFields } from './own-fields.ts'
import { searchedAmong } from './schema.ts'

interface WithOwn {
  readonly ownFields: Readonly<Record<string, unknown>>
}

/** The fields of the business by which a search finds persons. */
export const readSearched = async (ctx: Context): Promise<OwnKeys> => searchedAmong(await readOwnFields(ctx))

/**
 * The same for who writes these persons: the fields stay until the end of the transaction, so that the job which follows
 * another choice finds all that was written before. Without a text there is nothing to read.
 */
export async function searchedOf(ctx: Context, people: readonly (WithOwn | null)[]): Promise<OwnKeys> {
  const hasText = people.some((person) => Object.values(person?.ownFields ?? {}).some((one) => typeof one === 'string'))
  return hasText ? searchedAmong(await holdOwnFields(ctx)) : []
}
