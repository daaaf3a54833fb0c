import { type RawBuilder, sql as raw } from 'kysely'
import type { Choice, Kept } from '../../kit/attributes.ts'
import type { Attribute, Context } from '../../kit/context.ts'
import type { Text } from '../../kit/refusal.ts'
import {
  CustomerAccountDeactivated,
  CustomerRegistered,
  CustomerRestrictionChanged,
  CustomerStatusChanged,
  CustomerUpdated,
  OwnFieldsChanged,
} from './events.ts'
import { comparedFields, ownValuesKept, wordFields, writtenValue } from './own-fields/compared.ts'
import { customerRows, showPerson } from './person.ts'
import { SOURCES } from './source.ts'

const changedBy = [
  CustomerRegistered,
  CustomerUpdated,
  CustomerStatusChanged,
  CustomerRestrictionChanged,
  CustomerAccountDeactivated,
]

const choices = (words: Readonly<Record<string, Text>>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const column = (name: string) => () => raw.ref(`customers.${name}`)

const AGE_BANDS = [
  { from: 0, value: 'under_18', label: { en: 'under 18', ar: 'أقل من 18' } },
  { from: 18, value: '18_24', label: { en: '18 to 24', ar: 'من 18 إلى 24' } },
  { from: 25, value: '25_34', label: { en: '25 to 34', ar: 'من 25 إلى 34' } },
  { from: 35, value: '35_44', label: { en: '35 to 44', ar: 'من 35 إلى 44' } },
  { from: 45, value: '45_54', label: { en: '45 to 54', ar: 'من 45 إلى 54' } },
  { from: 55, value: '55_64', label: { en: '55 to 64', ar: 'من 55 إلى 64' } },
  { from: 65, value: '65_and_over', label: { en: '65 and over', ar: '65 فأكثر' } },
] as const

const ofOwnFields = {
  changedBy: [CustomerRegistered, CustomerUpdated],
  changedForAllBy: [OwnFieldsChanged],
  written: writtenValue,
} as const

export const attributes: readonly Attribute[] = [
  {
    key: 'type',
    label: { en: 'Type', ar: 'النوع' },
    type: 'word',
    choices: choices({
      guest: { en: 'guest', ar: 'زائر' },
      stub: { en: 'known', ar: 'معروف' },
      full: { en: 'full', ar: 'كامل' },
    }),
    changedBy,
    read: column('type'),
  },
  {
    key: 'status',
    label: { en: 'Status', ar: 'الحالة' },
    type: 'word',
    choices: choices({
      active: { en: 'active', ar: 'نشط' },
      deactivated: { en: 'deactivated', ar: 'معطّل' },
      suspended: { en: 'suspended', ar: 'موقوف مؤقتًا' },
      cancelled: { en: 'cancelled', ar: 'ملغى' },
    }),
    changedBy,
    read: column('status'),
  },
  {
    key: 'plan',
    label: { en: 'Plan', ar: 'الباقة' },
    type: 'word',
    choices: choices({
      free: { en: 'free', ar: 'مجانية' },
      basic: { en: 'basic', ar: 'أساسية' },
      premium: { en: 'premium', ar: 'مميزة' },
      enterprise: { en: 'enterprise', ar: 'مؤسسات' },
    }),
    changedBy,
    read: column('tier'),
  },
  {
    key: 'language',
    label: { en: 'Language', ar: 'اللغة' },
    type: 'word',
    choices: choices({ en: { en: 'English', ar: 'الإنجليزية' }, ar: { en: 'Arabic', ar: 'العربية' } }),
    changedBy,
    read: column('locale'),
  },
  { key: 'country', label: { en: 'Country', ar: 'البلد' }, type: 'word', changedBy, read: column('country') },
  {
    key: 'source',
    label: { en: 'Source', ar: 'المصدر' },
    type: 'word',
    choices: choices(SOURCES),
    changedBy: [CustomerRegistered],
    read: () => raw`coalesce(customers.source, 'unknown')`,
  },
  {
    key: 'verified',
    label: { en: 'Verified contact', ar: 'وسيلة اتصال موثّقة' },
    type: 'yes_no',
    changedBy,
    read: () => raw`(customers.phone_verified or customers.email_verified)`,
  },
  {
    key: 'registered',
    label: { en: 'Registered', ar: 'تاريخ التسجيل' },
    type: 'time',
    changedBy: [CustomerRegistered],
    read: column('created_at'),
  },
  {
    key: 'completeness',
    label: { en: 'Completeness of the profile (%)', ar: 'اكتمال الملف (٪)' },
    type: 'number',
    changedBy,
    read: ({ tenant, customer }) => raw`(
      select (case when customers.type = 'guest' then 0 else 34 end) + 33 * count(distinct held.type)
        from customer_identifiers held
       where held.tenant_id = ${tenant} and held.customer_id = ${customer} and held.valid_to is null)`,
  },
  {
    key: 'ownField',
    label: { en: 'Field', ar: 'حقل' },
    type: 'word_token',
    ...ofOwnFields,
    members: wordFields,
    keepEach: ownValuesKept,
  },
  {
    key: 'ownNumber',
    label: { en: 'Field', ar: 'حقل' },
    type: 'kept_number',
    ...ofOwnFields,
    members: (ctx) => comparedFields(ctx, 'number'),
  },
  {
    key: 'ownDate',
    label: { en: 'Field', ar: 'حقل' },
    type: 'kept_day',
    ...ofOwnFields,
    members: (ctx) => comparedFields(ctx, 'date'),
  },
  {
    key: 'ageBand',
    label: { en: 'Age', ar: 'العمر' },
    type: 'kept_word',
    choices: AGE_BANDS.map(({ value, label }) => ({ value, label })),
    changedBy: [CustomerRegistered, CustomerUpdated],
    keep: ageBands,
  },
]

/** The band instead of the birth date, with the day from which it is another. */
async function ageBands(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Kept>> {
  const rows = await customerRows(ctx)
    .where('customers.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, ageBand(showPerson(ctx, row).birthDate, ctx.now)]))
}

function ageBand(birthDate: string | null, now: Date): Kept {
  if (birthDate === null) return { value: null, changesAt: null }
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number)
  const turns = (age: number) => new Date(Date.UTC(year + age, month - 1, day))
  const band = AGE_BANDS.findLast(({ from }) => turns(from) <= now) ?? AGE_BANDS[0]
  const next = AGE_BANDS.find(({ from }) => from > band.from)
  return { value: band.value, changesAt: next ? turns(next.from) : null }
}

/** Where the attributes are read: customers who are neither merged nor erased, with their activity. */
export const customersWithAttributes = {
  from: raw`customers inner join customer_activity
    on customer_activity.tenant_id = customers.tenant_id and customer_activity.customer_id = customers.id`,
  where: (tenant: RawBuilder<string>) =>
    raw`customers.tenant_id = ${tenant} and customers.status not in ('merged', 'erased')`,
}
