import { z } from 'zod'
import { KEY_FORM, NAME_FORM, TOO_MANY_KEYS } from '../../../kit/problems.ts'
import { Day, form, text } from '../../../kit/text.ts'
import { TOO_MANY_SEARCHED } from '../problems.ts'

const MOST_FIELDS = 40
const MOST_CHOICES = 40

/** What every object has already, such as `constructor`, is no key. */
const isFree = (key: string) => !(key in {})
const Key = form(/^[a-z][A-Za-z0-9]{0,39}$/, KEY_FORM)
  .refine(isFree, { params: { code: KEY_FORM } })
  .meta({ example: 'gateCode' })
const Label = z.strictObject({
  en: text(80).meta({ example: 'Gate code' }),
  ar: text(80).meta({ example: 'رمز البوابة' }),
})
const about = { key: Key, label: Label }
const Choice = z.strictObject({ value: form(/^[a-z0-9][a-z0-9_-]{0,39}$/, NAME_FORM), label: Label })

const TEXT = z.strictObject({ ...about, type: z.literal('text') })
const NUMBER = z.strictObject({ ...about, type: z.literal('number') })
const DATE = z.strictObject({ ...about, type: z.literal('date') })
const OTHERS = [
  z.strictObject({ ...about, type: z.literal('boolean') }),
  z.strictObject({ ...about, type: z.literal('choice'), choices: z.array(Choice).min(1).max(MOST_CHOICES) }),
] as const
const searched = {
  searched: z.boolean().optional().meta({ description: 'Whether the search for customers looks into its first twelve words' }),
}
const compared = {
  compared: z.boolean().optional().meta({
    description: 'Whether rules of segments may compare its size: its values are then kept readable beside the segment',
  }),
}

/** A field that a business adds, of a person or of an address. Always sealed. */
const PersonField = z.discriminatedUnion('type', [
  TEXT.extend(searched),
  NUMBER.extend(compared),
  DATE.extend(compared),
  ...OTHERS,
])
const AddressField = z.discriminatedUnion('type', [TEXT, NUMBER, DATE, ...OTHERS])
export type OwnField = z.output<typeof PersonField> | z.output<typeof AddressField>

/** Each gives a customer as many search tokens as a name does. */
const MOST_SEARCHED = 5

export const OwnFields = z
  .strictObject({ person: z.array(PersonField).max(MOST_FIELDS), address: z.array(AddressField).max(MOST_FIELDS) })
  .refine((fields) => searchedAmong(fields).length <= MOST_SEARCHED, {
    path: ['person'],
    params: { code: TOO_MANY_SEARCHED },
  })
  .meta({ id: 'OwnFields' })
export interface OwnFields {
  person: z.output<typeof PersonField>[]
  address: z.output<typeof AddressField>[]
}

/** The keys of those by which a search finds customers. */
export const searchedAmong = ({ person }: Pick<OwnFields, 'person'>): string[] =>
  person.flatMap((field) => (field.type === 'text' && field.searched ? [field.key] : []))

/** As a caller sends them: null removes a value. Which keys and types there are is the business’s to decide. */
export const OwnValues = z
  .record(z.string().min(1).max(40), z.union([z.boolean(), z.number(), text(500, { multiline: true }), z.null()]))
  .refine((values) => Object.keys(values).length <= MOST_FIELDS, { params: { code: TOO_MANY_KEYS } })
  .meta({ description: 'The fields of the business, by their keys; null removes a value', example: {} })
export type OwnValues = Readonly<Record<string, string | number | boolean | null>>

/** As they are kept; also of fields that the business has no more. */
export const KeptOwnValues = z.record(z.string(), z.union([z.boolean(), z.number(), z.string()]))

export function fitsOwn(field: OwnField, value: OwnValues[string]): boolean {
  switch (field.type) {
    case 'text':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number'
    case 'date':
      return Day.safeParse(value).success
    case 'boolean':
      return typeof value === 'boolean'
    case 'choice':
      return field.choices.some((choice) => choice.value === value)
  }
}
