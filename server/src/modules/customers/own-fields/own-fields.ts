import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Context } from '../../../kit/context.ts'
import { type UnfitField, unfitFields } from '../../../kit/invalid.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { changeSettings, readSettings, type Section } from '../../tenants/index.ts'
import { OwnFieldsChanged } from '../events.ts'
import { OWN_FIELD_REPEATED, OWN_FIELD_UNFIT, OWN_FIELD_UNKNOWN } from '../problems.ts'
import { sql } from '../tables.ts'
import { fitsOwn, KeptOwnValues, OwnFields, type OwnValues, searchedAmong } from './schema.ts'

const Decided = z.object({
  person: OwnFields.shape.person.default([]),
  address: OwnFields.shape.address.default([]),
})
const ownFieldSection: Section<typeof Decided> = { name: 'own_fields', schema: Decided }

export const readOwnFields = (ctx: Context): Promise<OwnFields> => readSettings(ctx, ownFieldSection)
/** As they stay until the end of this transaction. */
export const holdOwnFields = (ctx: Context): Promise<OwnFields> => readSettings(ctx, ownFieldSection, 'held')

/** Removing a field hides what was written into it; the same key brings it back. */
export async function changeOwnFields(ctx: Context, fields: OwnFields): Promise<OwnFields> {
  const wrong = (['person', 'address'] as const).flatMap((on) =>
    fields[on].flatMap(({ key }, index): UnfitField[] =>
      fields[on].findIndex((one) => one.key === key) === index
        ? []
        : [{ path: `${on}.${index}.key`, code: OWN_FIELD_REPEATED }],
    ),
  )
  if (wrong.length > 0) throw unfitFields(wrong)
  // Of two changes at once the second compares with the first.
  const before = await readSettings(ctx, ownFieldSection, 'to change')
  const after = await changeSettings(ctx, ownFieldSection, fields)
  if (!isDeepStrictEqual(searchedAmong(before).sort(), searchedAmong(after).sort())) {
    // A job gives everyone other tokens.
    sql.insert(ctx, 'customer_search_renewals', [{ tenant_id: ctx.tenant, id: uuidv7(ctx.now.getTime()) }])
  }
  if (!isDeepStrictEqual(before.person.map(judged), after.person.map(judged))) ctx.emit(OwnFieldsChanged({}))
  return after
}

/** What rules judge of a field: another label is no other answer. */
const judged = (field: OwnFields['person'][number]) => ({
  ...{ key: field.key, type: field.type, compared: 'compared' in field && field.compared === true },
  choices: field.type === 'choice' ? field.choices.map(({ value }) => value).sort() : [],
})

/** Refuses what the business has no field for, and values of another type. Without any nothing is read. */
export async function checkOwnValues(
  ctx: Context,
  on: keyof OwnFields,
  given: readonly (OwnValues | undefined)[],
): Promise<void> {
  if (given.every((values) => values === undefined || Object.keys(values).length === 0)) return
  const known = (await readOwnFields(ctx))[on]
  const wrong = given.flatMap((values = {}) =>
    Object.entries(values).flatMap(([key, value]): UnfitField[] => {
      const field = known.find((one) => one.key === key)
      const path = `ownFields.${key}`
      if (!field) return [{ path, code: OWN_FIELD_UNKNOWN }]
      return value === null || fitsOwn(field, value) ? [] : [{ path, code: OWN_FIELD_UNFIT }]
    }),
  )
  if (wrong.length > 0) throw unfitFields(wrong)
}

/** What is not named stays, null removes. */
export const withOwnValues = (before: OwnValues, given: OwnValues = {}): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries({ ...before, ...given }).filter(
      (one): one is [string, string | number | boolean] => one[1] !== null,
    ),
  )

/** What gives the values of before back: those that came since are removed, and what is the same is not named. */
export function ownValuesBack(before: unknown, now: OwnValues): OwnValues {
  const former = new Map(Object.entries(KeptOwnValues.parse(before ?? {})))
  const present = new Map(Object.entries(now))
  const changed = [...new Set([...former.keys(), ...present.keys()])].filter(
    (key) => former.get(key) !== present.get(key),
  )
  return Object.fromEntries(changed.map((key) => [key, former.get(key) ?? null]))
}
