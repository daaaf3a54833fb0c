import type { AttributeMember } from '../../../kit/attributes.ts'
import type { Context } from '../../../kit/context.ts'
import { customerRows, showPerson } from '../person.ts'
import { readOwnFields } from './own-fields.ts'
import { fitsOwn, type OwnFields } from './schema.ts'

type Field = OwnFields['person'][number]
const YES_NO = [
  { value: 'yes', label: { en: 'yes', ar: 'نعم' } },
  { value: 'no', label: { en: 'no', ar: 'لا' } },
]

/** Numbers and dates whose size rules may compare are kept readable for it; all others as words. */
const isCompared = (field: Field) => (field.type === 'number' || field.type === 'date') && field.compared === true

/** The fields of persons that rules compare as words. */
export async function wordFields(ctx: Context): Promise<AttributeMember[]> {
  const { person } = await readOwnFields(ctx)
  return person
    .filter((field) => !isCompared(field))
    .map((field) => {
      const choices = field.type === 'boolean' ? YES_NO : field.type === 'choice' ? field.choices : null
      return { key: field.key, label: field.label, ...(choices && { choices }) }
    })
}

export async function comparedFields(ctx: Context, type: 'number' | 'date'): Promise<AttributeMember[]> {
  const { person } = await readOwnFields(ctx)
  return person.filter((field) => field.type === type && isCompared(field)).map(({ key, label }) => ({ key, label }))
}

type Kept = Readonly<Record<string, string | number>>

/** The values of these customers as rules compare them, each under the name of its attribute. */
export async function ownValuesKept(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Kept>> {
  const rows = await customerRows(ctx)
    .where('customers.id', 'in', [...ids])
    .execute()
  const values = rows.map((row) => ({ id: row.id, own: showPerson(ctx, row).ownFields }))
  if (values.every(({ own }) => Object.keys(own).length === 0)) return new Map()
  const { person } = await readOwnFields(ctx)
  return new Map(
    values.map(({ id, own }) => [id, Object.fromEntries(person.flatMap((field) => keptOf(field, own[field.key])))]),
  )
}

/** Nothing of a value from when the field had another type. */
function keptOf(field: Field, value: string | number | boolean | undefined): [string, string | number][] {
  if (value === undefined || !fitsOwn(field, value)) return []
  if (isCompared(field) && typeof value === 'number') return [[`ownNumber.${field.key}`, value]]
  if (isCompared(field) && typeof value === 'string') return [[`ownDate.${field.key}`, value]]
  const word = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
  return [[`ownField.${field.key}`, writtenValue(word)]]
}

export function writtenValue(word: string): string {
  return word.normalize('NFKC').toLowerCase().trim()
}
