import { z } from 'zod'
import { endpoint } from '../../kit/endpoint.ts'
import { refusal, VersionConflict } from '../../kit/refusal.ts'
import { At, form, text } from '../../kit/text.ts'
import {
  CustomerId,
  CustomerLoginNeeded,
  CustomerMerged,
  CustomerNotFound,
  CustomerRestricted,
} from '../customers/contract.ts'
import { CHANNELS, Key, PreferenceSchema } from './schema.ts'

export { CHANNELS, type Channel, PreferenceSchema } from './schema.ts'

import { CLOCK_TIME_FORM, TOO_MANY_KEYS } from '../../kit/problems.ts'

export const SchemaUnfit = refusal('preference.schema_unfit', 422, {
  en: 'This schema is inconsistent.',
  ar: 'هذا المخطط متناقض.',
})
export const PreferencesUnfit = refusal('preference.unfit', 422, {
  en: 'Some preferences are not offered here or do not accept this value.',
  ar: 'بعض التفضيلات غير متاحة هنا أو لا تقبل هذه القيمة.',
})
export const QuietHoursEmpty = refusal('preference.quiet_hours_empty', 422, {
  en: 'Quiet hours must start and end at different times.',
  ar: 'يجب أن تختلف بداية ساعات الهدوء عن نهايتها.',
})

const tag = 'Preferences'
const params = z.object({ customerId: CustomerId })
const MOST_KEYS = 100

const Value = z.union([z.boolean(), z.number(), text(500, { multiline: true })])
const Channel = z.enum(CHANNELS)
const Time = form(/^([01]\d|2[0-3]):[0-5]\d$/, CLOCK_TIME_FORM)
const QuietHours = z
  .strictObject({ from: Time, to: Time })
  .nullable()
  .meta({
    description: 'In the time zone of the business; 22:00 to 07:00 is the night',
    example: { from: '22:00', to: '07:00' },
  })
export type QuietHours = z.output<typeof QuietHours>

const few = <T extends z.ZodType>(schema: T) =>
  schema.refine((value) => Object.keys(Object(value)).length <= MOST_KEYS, { params: { code: TOO_MANY_KEYS } })
const Communication = <T extends z.ZodType>(value: T) => z.partialRecord(Channel, few(z.record(Key, value)))

export const NewPreferences = z.strictObject({
  values: few(z.record(Key, Value)).default({}),
  communication: Communication(z.boolean())
    .meta({ example: { sms: { offers: true } } })
    .default({}),
  quietHours: QuietHours.default(null),
})
export const PreferenceChange = z.strictObject({
  values: few(z.record(Key, Value.nullable())).optional(),
  communication: Communication(z.boolean().nullable())
    .meta({ example: { sms: { offers: false } } })
    .optional(),
  quietHours: QuietHours.optional(),
})
export type PreferenceChange = z.output<typeof PreferenceChange>

/** With a new customer: as elsewhere, or with the values at the top level, as earlier systems send them. */
export const GivenPreferences = few(
  z.object({ ...PreferenceChange.shape, values: NewPreferences.shape.values }).catchall(Value),
)
  .transform(
    ({ values, communication, quietHours, ...more }): PreferenceChange => ({
      values: { ...more, ...values },
      communication,
      quietHours,
    }),
  )
  .meta({
    description: 'Any of `values`, `communication` and `quietHours`; other keys are values: `{ "folding": "hanger" }`',
  })

const Preferences = z
  .object({
    customerId: z.string(),
    values: z.record(z.string(), z.union([z.boolean(), z.number(), z.string(), z.null()])).meta({
      description: 'Every preference of the schema; unset ones have their default',
    }),
    unfit: z.array(z.object({ key: z.string(), because: z.enum(['unknown', 'unfitting']) })).meta({
      description: 'Values that the current schema does not offer. Kept, but without effect.',
    }),
    communication: z.record(Channel, z.record(z.string(), z.boolean())),
    said: z.array(z.string()).meta({
      description: 'What was said by or for the customer, such as `communication.sms.offers`; all else is the default',
    }),
    quietHours: QuietHours,
    timeZone: z.string(),
    version: z.int(),
    updatedAt: At.nullable(),
    damaged: z.boolean().meta({ description: 'Unreadable; the customer is not contacted until it is repaired' }),
  })
  .meta({ id: 'Preferences' })
export type Preferences = z.output<typeof Preferences>

export const readSchema = endpoint({
  method: 'get',
  path: '/api/v1/preference-schema',
  summary: 'Read the preference schema',
  description: 'Labels in both languages, for sign-up pages before sign-in.',
  tag,
  allow: 'anyone',
  output: PreferenceSchema,
  refuses: [],
})

export const changeSchema = endpoint({
  method: 'put',
  path: '/api/v1/preference-schema',
  summary: 'Replace the preference schema',
  description:
    'Replaces the whole schema. Stored preferences are kept: values that the new schema does not offer are reported and have no effect until it offers them again.',
  tag,
  allow: 'settings:manage',
  body: PreferenceSchema,
  output: PreferenceSchema,
  refuses: [SchemaUnfit],
})

export const get = endpoint({
  method: 'get',
  path: '/api/v1/customers/:customerId/preferences',
  aliases: [{ method: 'get', path: '/customers/:customerId/preferences' }],
  summary: 'Read the preferences of a customer',
  tag,
  allow: 'customers:read',
  params,
  output: Preferences,
  versioned: true,
  refuses: [CustomerMerged, CustomerNotFound],
})

export const replace = endpoint({
  method: 'put',
  path: '/api/v1/customers/:customerId/preferences',
  aliases: [{ method: 'put', path: '/customers/:customerId/preferences' }],
  summary: 'Replace the preferences of a customer',
  description: 'Omitted preferences are reset to their default.',
  tag,
  allow: 'customers:write',
  params,
  body: NewPreferences,
  output: Preferences,
  versioned: true,
  refuses: [CustomerMerged, CustomerNotFound, CustomerRestricted, PreferencesUnfit, QuietHoursEmpty, VersionConflict],
})

export const change = endpoint({
  ...replace,
  method: 'patch',
  path: '/api/v1/customers/:customerId/preferences',
  aliases: [{ method: 'patch', path: '/customers/:customerId/preferences' }],
  summary: 'Change some preferences of a customer',
  description: 'Omitted preferences keep their value; null resets to the default.',
  body: PreferenceChange,
})

const mine = { tag: 'My account', allow: 'signed-in', output: Preferences, versioned: true } as const
const refusesMine = [CustomerLoginNeeded, PreferencesUnfit, QuietHoursEmpty, VersionConflict] as const

export const getOwn = endpoint({
  ...mine,
  method: 'get',
  path: '/api/v1/me/preferences',
  summary: 'Read my preferences',
  refuses: [CustomerLoginNeeded],
})

export const replaceOwn = endpoint({
  ...mine,
  method: 'put',
  path: '/api/v1/me/preferences',
  summary: 'Replace my preferences',
  description: 'Omitted preferences are reset to their default.',
  body: NewPreferences,
  refuses: refusesMine,
})

export const changeOwn = endpoint({
  ...mine,
  method: 'patch',
  path: '/api/v1/me/preferences',
  summary: 'Change some of my preferences',
  description: 'Omitted preferences keep their value; null resets to the default.',
  body: PreferenceChange,
  refuses: refusesMine,
})
