import { z } from 'zod'
import { Country } from '../../kit/country.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { fieldProblem } from '../../kit/field-problem.ts'
import { refusal, VersionConflict } from '../../kit/refusal.ts'
import { Secret } from '../../kit/secret.ts'
import { At, form, text } from '../../kit/text.ts'
import { ROLE_NAMES, SCOPE_NAMES } from '../../permissions.ts'
import { Schedule } from './opening/schedule.ts'
import { TimeZone } from './time-zone.ts'

export { KeepDays, KeptDays, SHORTENS_AFTER_DAYS } from './retention/contract.ts'

const ROLE_OR_SCOPES = fieldProblem('role_or_scopes', {
  en: 'Give either a role or scopes',
  ar: 'اذكر إما الدور أو الصلاحيات',
})
const SLUG_FORM = fieldProblem('slug_form', {
  en: 'Lower-case Latin letters, digits and single hyphens, such as alpha-wash',
  ar: 'أحرف لاتينية صغيرة وأرقام وشرطات مفردة، مثل alpha-wash',
})

const COLOUR_FORM = fieldProblem('colour_form', {
  en: 'Write the colour as #0f6b5d',
  ar: 'اكتب اللون هكذا: #0f6b5d',
})
const LOGO_FORM = fieldProblem('logo_form', {
  en: 'A PNG, JPEG or WebP picture of at most 48 kB',
  ar: 'صورة PNG أو JPEG أو WebP لا تتجاوز 48 كيلوبايت',
})

export const Slug = z
  .string()
  .min(2)
  .max(63)
  .regex(/^[a-z0-9](-?[a-z0-9])*$/, SLUG_FORM)

const Locale = z.enum(['en', 'ar'])

export const NewTenant = z.strictObject({
  slug: Slug,
  name: text(120),
  name2: text(120).optional(),
  country: Country.default('OM'),
  locale: Locale.default('en'),
})
export type NewTenant = z.output<typeof NewTenant>

export const SlugTaken = refusal('tenant.slug_taken', 409, {
  en: 'Another tenant already has this slug.',
  ar: 'هذا المعرّف مستخدم لدى مستأجر آخر.',
})
export const TenantNotFound = refusal('tenant.not_found', 404, {
  en: 'There is no tenant with this slug.',
  ar: 'لا يوجد مستأجر بهذا المعرّف.',
})
export const ApiKeyNotFound = refusal('api_key.not_found', 404, {
  en: 'No API key has this id, or it is already revoked.',
  ar: 'لا يوجد مفتاح بهذا المعرّف، أو أنه أُلغي سابقًا.',
})

export const offlineKey = endpoint({
  method: 'get',
  path: '/api/v1/tenant/offline-key',
  summary: 'Read the encryption key for offline data',
  description:
    'The same for every call of one login or API key, different for each of them. A till encrypts its offline entries with it and deletes it with the session; after the same person signs in again, the entries can be read. Keep it for at most `keepSeconds` without contact to the server.',
  tag: 'Tenant',
  allow: 'customers:write',
  output: z.object({
    holder: z.string().meta({ description: 'Opaque id of the key’s holder; always the same' }),
    key: Secret.meta({ description: '256 bits, in base64url' }),
    keepSeconds: z.int(),
  }),
  refuses: [],
})

export const KeyBeyondYours = refusal('api_key.beyond_yours', 403, {
  en: 'You cannot create or revoke a key with more permissions than your own.',
  ar: 'لا يمكنك إنشاء مفتاح أو إلغاؤه إذا كانت صلاحياته أوسع من صلاحياتك.',
})

const tag = 'Tenant'

const Business = z.object({
  slug: z.string(),
  name: z.string(),
  name2: z.string().nullable().meta({ description: 'The name in Arabic script' }),
  country: z.string(),
  locale: Locale,
})

export const business = endpoint({
  method: 'get',
  path: '/api/v1/business',
  summary: 'Read the public details of the business',
  description:
    'For sign-in pages. The business is named by X-Kith-Tenant, the host or a session; otherwise it is the only one.',
  tag,
  allow: 'anyone',
  output: Business,
  refuses: [],
})

const Tenant = Business.extend({
  timeZone: z.string().meta({ description: 'Time zone of days and quiet hours' }),
  ownTimeZone: z.string().nullable().meta({ description: 'The chosen time zone; null for that of the country' }),
  version: z.int(),
  actor: z.string().meta({ description: 'The caller, in the format of the audit trail and of assignees' }),
  may: z.array(z.string()).meta({ description: 'The scopes of the caller' }),
}).meta({ id: 'Tenant' })

export const get = endpoint({
  method: 'get',
  path: '/api/v1/tenant',
  summary: 'Read the business and your permissions',
  description: 'For screens, to show only what the user is allowed to do; the server checks every call.',
  tag,
  allow: 'staff',
  versioned: true,
  output: Tenant,
  refuses: [],
})

export const change = endpoint({
  method: 'patch',
  path: '/api/v1/tenant',
  summary: 'Change the name, country and time zone of the business',
  description:
    'The country is the default for phones without a country code and for addresses; existing customers keep theirs. The slug cannot be changed.',
  tag,
  allow: 'settings:manage',
  versioned: true,
  body: z
    .strictObject({
      name: text(120).meta({ example: 'Al Mouj Laundry' }),
      name2: text(120).meta({ example: 'مغسلة الموج' }).nullable(),
      country: Country,
      locale: Locale,
      timeZone: TimeZone.nullable().meta({ description: 'Such as Asia/Muscat; null for that of the country' }),
    })
    .partial(),
  output: Tenant,
  refuses: [VersionConflict],
})

/** Base64 is a third longer than what it holds. */
const MOST_OF_LOGO = 64 * 1024
/** By its first bytes, too. No SVG: that can hold scripts. */
const LOGO = /^data:image\/(?:png;base64,iVBORw0KGgo|jpeg;base64,\/9j\/|webp;base64,UklGR)[A-Za-z0-9+/]+={0,2}$/
const EXAMPLE_LOGO =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** As stored: the forms may have been wider then. */
export const StoredFace = z.object({
  logo: z.string().nullable().default(null).meta({ description: 'A picture as a data URL: PNG, JPEG or WebP' }),
  colour: z.string().nullable().default(null).meta({ description: 'Such as #0f6b5d' }),
  hours: z.string().nullable().default(null).meta({ description: 'When the business is open, or a remark about it' }),
  hours2: z.string().nullable().default(null).meta({ description: 'The same in Arabic' }),
  schedule: Schedule.nullable().default(null),
})

export const Face = StoredFace.extend({
  opening: z
    .object({
      isOpen: z.boolean(),
      changesAt: At.nullable().meta({ description: 'When it opens or closes next; null if not within a month' }),
      timeZone: z.string(),
      words: z
        .object({ en: z.string(), ar: z.string() })
        .meta({ description: 'The week, a line for days that are alike' }),
    })
    .nullable()
    .meta({ description: 'By the schedule, at the time of the response; null without one' }),
}).meta({ id: 'BusinessFace' })
export type Face = z.output<typeof Face>

export const face = endpoint({
  method: 'get',
  path: '/api/v1/business/face',
  summary: 'Read the logo, colour and hours of the business',
  description: 'Public, for the screens of customers. The business is named as for `GET /api/v1/business`.',
  tag,
  allow: 'anyone',
  output: Face,
  refuses: [],
})

export const changeFace = endpoint({
  method: 'put',
  path: '/api/v1/settings/face',
  summary: 'Change the logo, colour and hours of the business',
  description:
    'Shown on the screens of customers, and in e-mails (without the logo). Hours are a `schedule`, texts, or both. Omitted settings keep their value; null takes one away.',
  tag,
  allow: 'settings:manage',
  body: z
    .strictObject({
      logo: z.string().max(MOST_OF_LOGO).regex(LOGO, LOGO_FORM).meta({ example: EXAMPLE_LOGO }).nullable(),
      colour: form(/^#[0-9a-f]{6}$/, COLOUR_FORM)
        .meta({ example: '#0f6b5d' })
        .nullable(),
      hours: text(300, { multiline: true }).meta({ example: 'Saturday to Thursday, 8 to 22' }).nullable(),
      hours2: text(300, { multiline: true }).meta({ example: 'من السبت إلى الخميس، 8 إلى 22' }).nullable(),
      schedule: Schedule.meta({
        description:
          'In the time zone of the business: at most three spans a day, a day without any is closed. The whole schedule is replaced.',
        example: { sat: [{ opens: '08:00', closes: '22:00' }], fri: [{ opens: '16:00', closes: '01:00' }] },
      }).nullable(),
    })
    .partial(),
  output: Face,
  refuses: [],
})

export const listRoles = endpoint({
  method: 'get',
  path: '/api/v1/roles',
  summary: 'List the roles and their permissions',
  tag,
  allow: 'staff',
  output: z.object({
    scopes: z.array(z.object({ scope: z.enum(SCOPE_NAMES), allows: z.string() })),
    roles: z.array(
      z.object({
        role: z.enum(ROLE_NAMES),
        scopes: z.array(z.enum(SCOPE_NAMES)),
        withinYours: z.boolean().meta({ description: 'Whether you can assign it' }),
      }),
    ),
  }),
  refuses: [],
})

const ApiKey = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.string()),
    perMinute: z.int().meta({ description: 'Requests per minute; 0 for no limit' }),
    createdAt: At,
    createdBy: z.string(),
    expiresAt: At.nullable(),
    revokedAt: At.nullable(),
    withinYours: z
      .boolean()
      .meta({ description: 'Whether its permissions are within yours; otherwise you cannot revoke it' }),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.output<typeof ApiKey>

const MOST_PER_MINUTE = 60_000
const MOST_DAYS = 3_650
const keysTag = 'API keys'

export const listKeys = endpoint({
  method: 'get',
  path: '/api/v1/api-keys',
  summary: 'List the API keys, newest first, including revoked ones',
  tag: keysTag,
  allow: 'keys:manage',
  output: z.object({ items: z.array(ApiKey) }),
  refuses: [],
})

export const createKey = endpoint({
  method: 'post',
  path: '/api/v1/api-keys',
  summary: 'Create an API key',
  description:
    'With a role or scopes, never more than your own. The key is shown only in this response, which is not stored for Idempotency-Key.',
  tag: keysTag,
  allow: 'keys:manage',
  freshProof: true,
  body: z
    .strictObject({
      name: text(80).meta({ example: 'Web shop' }),
      role: z.enum(ROLE_NAMES).meta({ example: 'cashier' }).optional(),
      scopes: z.array(z.enum(SCOPE_NAMES)).min(1).max(100).optional(),
      perMinute: z.int().min(1).max(MOST_PER_MINUTE).optional(),
      expiresInDays: z
        .int()
        .min(1)
        .max(MOST_DAYS)
        .optional()
        .meta({ description: 'If omitted, the key does not expire' }),
    })
    .superRefine(({ role, scopes }, ctx) => {
      if ((role === undefined) === (scopes === undefined)) {
        ctx.addIssue({ code: 'custom', path: ['scopes'], params: { code: ROLE_OR_SCOPES } })
      }
    }),
  output: ApiKey.extend({ apiKey: Secret }),
  status: 201,
  refuses: [KeyBeyondYours],
})

export const revokeKey = endpoint({
  method: 'post',
  path: '/api/v1/api-keys/:keyId/revoke',
  summary: 'Revoke an API key',
  tag: keysTag,
  allow: 'keys:manage',
  params: z.object({ keyId: z.string().regex(/^[0-9a-f]{16}$/) }),
  output: ApiKey,
  refuses: [ApiKeyNotFound, KeyBeyondYours],
})
