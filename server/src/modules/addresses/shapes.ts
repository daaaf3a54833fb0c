import { z } from 'zod'
import { withoutCardNumbers } from '../../kit/card-numbers.ts'
import { NOTHING_TO_CHANGE } from '../../kit/problems.ts'
import { At, form, text } from '../../kit/text.ts'
import { Country, OwnValues } from '../customers/contract.ts'
import { ADDRESS_ID_FORM, NOT_A_POINT } from './problems.ts'

export const TYPES = ['home', 'work', 'other'] as const
export const VERIFICATIONS = ['verified', 'unverified', 'rejected'] as const
// 11 cm, finer than a phone's position.
const DECIMALS = 6

/** In the API `addr_` and 32 hex digits, in the database a uuid. */
export const AddressId = form(/^addr_[0-9a-f]{32}$/, ADDRESS_ID_FORM)
  .transform((id) => id.slice(5).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'))
  .meta({ description: 'addr_ and 32 hex digits', example: 'addr_0198c0de7a317c549e0b3f1d5a2b8c47' })
export const outsideAddressId = (uuid: string) => `addr_${uuid.replaceAll('-', '')}`

const degrees = (most: number) =>
  z
    .number()
    .min(-most)
    .max(most)
    .transform((value) => Number(value.toFixed(DECIMALS)))
    .nullable()

/** The location. A name that ends in 2 is the same in Arabic script. */
const place = {
  building: text(80).meta({ example: 'Villa 12' }).nullable(),
  building2: text(80).nullable(),
  floor: text(20).nullable(),
  apartment: text(20).nullable(),
  street: text(160).meta({ example: 'Way 3021' }).nullable(),
  street2: text(160).nullable(),
  area: text(120).meta({ example: 'Al Khuwair' }).nullable(),
  area2: text(120).nullable(),
  city: text(120).meta({ example: 'Muscat' }).nullable(),
  city2: text(120).meta({ example: 'مسقط' }).nullable(),
  subdivision: text(80).nullable().meta({
    description: 'State, emirate, governorate: its ISO code or its name; see the rules of the country',
  }),
  postalCode: text(16).nullable(),
}
const described = {
  label: text(60).nullable(),
  label2: text(60).nullable().meta({ description: 'The label in Arabic script' }),
  ...place,
  latitude: degrees(90),
  longitude: degrees(180),
  deliveryNotes: text(500, { multiline: true }).meta({ example: 'Ring at the blue gate' }).nullable(),
  ownFields: OwnValues,
}
export type Described = z.output<z.ZodObject<typeof described>>

const kept = { type: z.enum(TYPES), country: Country, isDefault: z.boolean() }

export const NewAddress = withoutCardNumbers(
  z.strictObject({
    ...z.object(described).partial().shape,
    type: z.enum(TYPES).default('home'),
    country: Country.optional().meta({ description: 'By default that of the customer' }),
    isDefault: z.boolean().optional().meta({ description: 'The first address is the default in any case' }),
  }),
).meta({ id: 'NewAddress' })
export type NewAddress = z.output<typeof NewAddress>

export const AddressChange = withoutCardNumbers(
  z.strictObject({ ...z.object(described).partial().shape, ...z.object(kept).partial().shape }),
)
  .superRefine((change, ctx) => {
    if (Object.keys(change).length === 0) ctx.addIssue({ code: 'custom', params: { code: NOTHING_TO_CHANGE } })
  })
  .meta({ id: 'AddressChange' })
export type AddressChange = z.output<typeof AddressChange>

const Formatted = z.object({ lines: z.array(z.string()), text: z.string() })

export const Address = z
  .object({
    id: z.string(),
    customerId: z.string(),
    type: z.enum(TYPES),
    isDefault: z.boolean(),
    ...z.object(described).shape,
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    country: z.string(),
    formatted: Formatted.meta({ description: 'In the postal format of the country; in Latin script where given' }),
    formatted2: Formatted.nullable().meta({ description: 'The same in Arabic script, where given' }),
    verification: z.enum(VERIFICATIONS),
    verificationReasons: z
      .array(z.string())
      .meta({ description: 'The verdict of the provider, such as `missing.postal_code`' }),
    checkedAt: At.nullable().meta({ description: 'Time of the verdict' }),
    distanceMeters: z.int().nullable().meta({ description: 'From `near`' }),
    createdAt: At,
    updatedAt: At,
    deletedAt: At.nullable(),
    version: z.int(),
    damaged: z.boolean().meta({ description: 'Unreadable; cannot be changed until it is repaired' }),
  })
  .meta({ id: 'Address' })
export type Address = z.output<typeof Address>

/** `23.588,58.383` */
export const Near = form(/^-?\d{1,2}(?:\.\d{1,15})?,-?\d{1,3}(?:\.\d{1,15})?$/, NOT_A_POINT)
  .transform((written): [number, number] => {
    const [latitude, longitude] = written.split(',').map(Number)
    return [latitude!, longitude!]
  })
  .superRefine(([latitude, longitude], ctx) => {
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
      ctx.addIssue({ code: 'custom', params: { code: NOT_A_POINT } })
    }
  })
  .transform(([latitude, longitude]) => ({ latitude, longitude }))
  .meta({ description: 'Latitude and longitude; sorts by distance', example: '23.588,58.383' })

const Names = z.object({ en: z.string(), ar: z.string() })
export const AddressRules = z
  .object({
    country: z.string(),
    name: Names,
    needs: z.array(z.enum(['line', 'city', 'subdivision', 'postalCode'])).meta({
      description: '`line`: a building, a street or an area. In either script.',
    }),
    postalCode: z
      .object({ pattern: z.string(), example: z.string() })
      .nullable()
      .meta({ description: 'Null where the country has none' }),
    subdivisions: z.array(z.object({ code: z.string(), name: Names })).meta({ description: 'Empty: free text' }),
  })
  .meta({ id: 'AddressRules' })

const decisions = {
  validation: z.enum(['lenient', 'strict']).meta({
    example: 'lenient',
    description:
      '`strict` refuses an address that the provider finds undeliverable, with the reasons; `lenient` keeps it as `rejected`',
  }),
  whenUnavailable: z.enum(['store', 'refuse']).meta({
    description: 'Whether `strict` also refuses while the provider is down; otherwise the address is validated later',
  }),
}
export const AddressSettings = z.object({
  validation: decisions.validation.default('strict'),
  whenUnavailable: decisions.whenUnavailable.default('store'),
})
export const AddressSettingsChange = z.strictObject(decisions).partial()
