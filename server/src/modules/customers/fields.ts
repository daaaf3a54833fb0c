import { z } from 'zod'
import { Country } from '../../kit/country.ts'
import { keysOf } from '../../kit/known.ts'
import { IN_THE_FUTURE, TOO_MANY_KEYS } from '../../kit/problems.ts'
import type { Text } from '../../kit/refusal.ts'
import { Day, text, unfitAnywhere } from '../../kit/text.ts'
import { KeptOwnValues, OwnValues } from './own-fields/schema.ts'
import { EMAIL_INVALID, HTTPS_ADDRESS } from './problems.ts'

const FREE_KEYS_MOST_CHARACTERS = 16_000

export const Locale = z.enum(['en', 'ar']).meta({ example: 'ar' })
export const Email = text(254)
  .transform((value) => value.toLowerCase())
  .superRefine((value, ctx) => {
    if (!z.email().safeParse(value).success) ctx.addIssue({ code: 'custom', params: { code: EMAIL_INVALID } })
  })
  .meta({ example: 'aisha@example.com' })
/** As typed; the country of the tenant decides its meaning. */
export const TypedPhone = text(40).meta({
  description: 'In any common format; stored as E.164',
  example: '9012 3456',
})
const Name = text(100)
/** Free keys of the tenant: any JSON within limits. Its depth was checked before. */
const FreeKeys = z.record(z.string().min(1).max(80), z.unknown()).superRefine((value, ctx) => {
  const code = JSON.stringify(value).length > FREE_KEYS_MOST_CHARACTERS ? TOO_MANY_KEYS : unfitAnywhere(value)
  if (code) ctx.addIssue({ code: 'custom', params: { code } })
})
/** In the earliest time zone it may already be tomorrow. */
const EARLIEST_ZONE_MS = 14 * 3_600_000
const PastDay = Day.refine((day) => day <= new Date(Date.now() + EARLIEST_ZONE_MS).toISOString().slice(0, 10), {
  params: { code: IN_THE_FUTURE },
}).meta({ description: 'As 1990-11-21' })

/** All decisions about one field. */
interface Field {
  /** As a caller sends it. */
  readonly shape: z.ZodType
  /** As stored, with a default for older documents that lack it. */
  readonly stored: z.ZodType
  /** As an answer shows it. */
  readonly shown: z.ZodType
  /** `sealed` in the document of the person, or `fact` in a column of its own. */
  readonly class: 'sealed' | 'fact'
  /** The customer's access to it in their own profile. */
  readonly own: 'changes' | 'sees' | 'hidden'
  /** How a search finds it. */
  readonly searched: 'name' | 'contact' | 'not'
  readonly exported: boolean
  /**
   * How a merge combines it. The survivor's value stays; `fill`: an empty one is filled by the other; `keys`: both sets of
   * keys are kept; `contact`: moves with its verification.
   */
  readonly merge: 'fill' | 'keys' | 'contact'
  /** Whether a complete profile has it. */
  readonly complete: boolean
  /** Its name in a person's copy of their data. */
  readonly words: Text
}

const written = <Shape extends z.ZodType>(shape: Shape) => ({
  shape: shape.nullable(),
  stored: z.string().nullable().default(null),
  shown: z.string().nullable(),
})
const keys = {
  shape: FreeKeys,
  stored: z.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null).default({}),
  shown: z.record(z.string(), z.unknown()),
}
const ofTheBusiness = { class: 'sealed', own: 'hidden', searched: 'not', complete: false } as const
const ownName = { class: 'sealed', own: 'changes', searched: 'name', exported: true, merge: 'fill' } as const
const contact = {
  class: 'sealed',
  own: 'sees',
  searched: 'contact',
  exported: true,
  merge: 'contact',
  complete: true,
} as const
const fact = {
  class: 'fact',
  own: 'changes',
  searched: 'not',
  exported: true,
  merge: 'fill',
  complete: false,
} as const

/** The fields of a customer that callers can set. Person, customer, own profile, export, merge and search are derived from here. */
export const FIELDS = {
  firstName: {
    shape: Name.meta({ example: 'Aisha' }),
    stored: z.string(),
    shown: z.string(),
    ...ownName,
    complete: true,
    words: { en: 'First name', ar: 'الاسم الأول' },
  },
  lastName: {
    ...written(Name.meta({ example: 'Al Balushi' })),
    ...ownName,
    complete: false,
    words: { en: 'Last name', ar: 'اسم العائلة' },
  },
  name2: {
    ...written(text(200)),
    shape: text(200).nullable().meta({ description: 'The name in Arabic script', example: 'عائشة البلوشي' }),
    ...ownName,
    complete: false,
    words: { en: 'Name in Arabic', ar: 'الاسم بالعربية' },
  },
  preferredName: { ...written(Name), ...ownName, complete: false, words: { en: 'Preferred name', ar: 'الاسم المفضل' } },
  companyName: { ...written(text(200)), ...ownName, complete: false, words: { en: 'Company', ar: 'اسم الشركة' } },
  birthDate: {
    ...written(PastDay),
    shown: z.string().meta({ format: 'date' }).nullable(),
    class: 'sealed',
    own: 'changes',
    searched: 'not',
    exported: true,
    merge: 'fill',
    complete: false,
    words: { en: 'Date of birth', ar: 'تاريخ الميلاد' },
  },
  avatarUrl: {
    ...written(z.url({ protocol: /^https$/, error: HTTPS_ADDRESS }).max(500)),
    ...ofTheBusiness,
    exported: false,
    merge: 'fill',
    words: { en: 'Picture', ar: 'الصورة' },
  },
  phone: { ...written(TypedPhone), ...contact, words: { en: 'Phone', ar: 'الهاتف' } },
  email: { ...written(Email), ...contact, words: { en: 'E-mail', ar: 'البريد الإلكتروني' } },
  notes: {
    ...written(text(5_000, { multiline: true }).meta({ example: 'Likes oud; calls in the evening' })),
    ...ofTheBusiness,
    exported: true,
    merge: 'fill',
    words: { en: 'Notes', ar: 'ملاحظات' },
  },
  config: {
    ...keys,
    ...ofTheBusiness,
    exported: false,
    merge: 'keys',
    words: { en: 'Configuration', ar: 'الإعدادات' },
  },
  features: { ...keys, ...ofTheBusiness, exported: false, merge: 'keys', words: { en: 'Features', ar: 'الميزات' } },
  extra: { ...keys, ...ofTheBusiness, exported: false, merge: 'keys', words: { en: 'Extra', ar: 'بيانات إضافية' } },
  ownFields: {
    shape: OwnValues,
    stored: KeptOwnValues.default({}),
    shown: KeptOwnValues,
    ...ofTheBusiness,
    exported: true,
    merge: 'keys',
    words: { en: 'Fields of the business', ar: 'حقول المنشأة' },
  },
  locale: { shape: Locale, stored: Locale, shown: Locale, ...fact, words: { en: 'Language', ar: 'اللغة' } },
  country: { shape: Country, stored: z.string(), shown: z.string(), ...fact, words: { en: 'Country', ar: 'البلد' } },
} as const satisfies Record<string, Field>

type Fields = typeof FIELDS
export type FieldName = keyof Fields
type Decision = 'class' | 'own' | 'searched' | 'merge' | 'exported' | 'complete'
export type FieldsWith<D extends Decision, Value> = {
  [Name in FieldName]: Fields[Name][D] extends Value ? Name : never
}[FieldName]

export const FIELD_NAMES = keysOf(FIELDS)

/** The fields with this decision. */
export const fieldsWith = <D extends Decision, const Value extends Field[D]>(decision: D, ...values: Value[]) =>
  FIELD_NAMES.filter((name): name is FieldsWith<D, Value> =>
    values.some((value: unknown) => value === FIELDS[name][decision]),
  )

/** The shapes of these fields, to spread into an object. */
export const shapesOf = <Name extends FieldName, Kind extends 'shape' | 'stored' | 'shown'>(
  names: readonly Name[],
  kind: Kind,
) =>
  // fromEntries() loses the type of each value.
  Object.fromEntries(names.map((name) => [name, FIELDS[name][kind]])) as { [N in Name]: Fields[N][Kind] }

export const SEALED_FIELDS = fieldsWith('class', 'sealed')
export const FACTS = fieldsWith('class', 'fact')
