import { z } from 'zod'
import { ROLES, type Role, SCOPES, type Scope } from '../../kit/caller.ts'
import { Country } from '../../kit/country.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { fieldProblem } from '../../kit/field-problem.ts'
import { KeyReused } from '../../kit/idempotency.ts'
import { refusal, VersionConflict } from '../../kit/refusal.ts'
import { At, text } from '../../kit/text.ts'
import { TimeZone } from './time-zone.ts'

const ROLE_OR_SCOPES = fieldProblem('role_or_scopes', {
  en: 'Give either a role or scopes',
  ar: 'اذكر إما الدور أو الصلاحيات',
})
const SLUG_FORM = fieldProblem('slug_form', {
  en: 'Small Latin letters, digits and single hyphens, such as alpha-wash',
  ar: 'أحرف لاتينية صغيرة وأرقام وشرطات مفردة، مثل alpha-wash',
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
  en: 'There is no such API key, or it was revoked before.',
  ar: 'لا يوجد مفتاح بهذا المعرّف، أو أنه أُلغي سابقًا.',
})

export const offlineKey = endpoint({
  method: 'get',
  path: '/api/v1/tenant/offline-key',
  summary: 'Read the key for what you keep while there is no network',
  description:
    'Always the same for the same login or API key, and another for everybody else. A till seals with it what it keeps, and forgets it with the session: what waits opens again when the same person has signed in. Nobody keeps it for longer than `keepSeconds` without reaching the server.',
  tag: 'Tenant',
  allow: 'customers:write',
  output: z.object({
    holder: z.string().meta({ description: 'Whose key it is: says nothing, and is the same each time' }),
    key: z.string().meta({ description: '256 bits, in base64url' }),
    keepSeconds: z.int(),
  }),
  refuses: [],
})

export const KeyBeyondYours = refusal('api_key.beyond_yours', 403, {
  en: 'Nobody makes or revokes a key that may do more than they may.',
  ar: 'لا يمكن لأحد إنشاء مفتاح أو إلغاؤه إذا كانت صلاحياته أوسع من صلاحياته.',
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
  summary: 'What a sign-in page says of the business',
  description:
    'Its sign above the door, for people who are not signed in yet: of the business that X-Kith-Tenant, the host or a session names, else of the only one.',
  tag,
  allow: 'anyone',
  output: Business,
  refuses: [],
})

const Tenant = Business.extend({
  timeZone: z.string().meta({ description: 'In which days begin and quiet hours are meant' }),
  ownTimeZone: z.string().nullable().meta({ description: 'What was chosen; null is that of the country' }),
  version: z.int(),
  actor: z.string().meta({ description: 'The caller, as the audit trail and an assignee are written' }),
  may: z.array(z.string()).meta({ description: 'The scopes of the caller' }),
})

export const get = endpoint({
  method: 'get',
  path: '/api/v1/tenant',
  summary: 'Read the business that you work for, and what you may do there',
  description: 'A screen shows what its user may do and leaves out the rest; the server checks each call all the same.',
  tag,
  allow: 'customers:read',
  versioned: true,
  output: Tenant,
  refuses: [],
})

export const change = endpoint({
  method: 'patch',
  path: '/api/v1/tenant',
  summary: 'Change what the business is called and where it is',
  description:
    'The country says how phones without a country code are understood and which addresses are meant; customers keep theirs. The slug stays.',
  tag,
  allow: 'settings:manage',
  versioned: true,
  body: z
    .strictObject({
      name: text(120),
      name2: text(120).nullable(),
      country: Country,
      locale: Locale,
      timeZone: TimeZone.nullable().meta({ description: 'Such as Asia/Muscat; null is that of the country' }),
    })
    .partial(),
  output: Tenant,
  refuses: [VersionConflict],
})

const roleNames = Object.keys(ROLES) as [Role, ...Role[]]
const scopeNames = Object.keys(SCOPES) as [Scope, ...Scope[]]

export const listRoles = endpoint({
  method: 'get',
  path: '/api/v1/roles',
  summary: 'List the roles and what each may do',
  tag,
  allow: 'customers:read',
  output: z.object({
    scopes: z.array(z.object({ scope: z.enum(scopeNames), allows: z.string() })),
    roles: z.array(
      z.object({
        role: z.enum(roleNames),
        scopes: z.array(z.enum(scopeNames)),
        withinYours: z.boolean().meta({ description: 'Whether you may give it to somebody' }),
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
    perMinute: z.int().meta({ description: 'Requests; 0 is without limit' }),
    createdAt: At,
    createdBy: z.string(),
    expiresAt: At.nullable(),
    revokedAt: At.nullable(),
    withinYours: z
      .boolean()
      .meta({ description: 'Whether it may do no more than you: otherwise you cannot revoke it' }),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.output<typeof ApiKey>

const MOST_PER_MINUTE = 60_000
const MOST_DAYS = 3_650
const keysTag = 'API keys'

export const listKeys = endpoint({
  method: 'get',
  path: '/api/v1/api-keys',
  summary: 'List the API keys, newest first; also those that were revoked',
  tag: keysTag,
  allow: 'keys:manage',
  output: z.object({ items: z.array(ApiKey) }),
  refuses: [],
})

export const createKey = endpoint({
  method: 'post',
  path: '/api/v1/api-keys',
  summary: 'Make an API key',
  description:
    'With a role or with scopes, never more than your own. The key itself is in this answer and nowhere else; the answer is not kept for an Idempotency-Key.',
  tag: keysTag,
  allow: 'keys:manage',
  freshProof: true,
  body: z
    .strictObject({
      name: text(80),
      role: z.enum(roleNames).optional(),
      scopes: z.array(z.enum(scopeNames)).min(1).max(100).optional(),
      perMinute: z.int().min(1).max(MOST_PER_MINUTE).optional(),
      expiresInDays: z.int().min(1).max(MOST_DAYS).optional().meta({ description: 'Otherwise it does not expire' }),
    })
    .superRefine(({ role, scopes }, ctx) => {
      if ((role === undefined) === (scopes === undefined)) {
        ctx.addIssue({ code: 'custom', path: ['scopes'], params: { code: ROLE_OR_SCOPES } })
      }
    }),
  output: ApiKey.extend({ apiKey: z.string() }),
  status: 201,
  refuses: [KeyBeyondYours],
})

export const revokeKey = endpoint({
  method: 'post',
  path: '/api/v1/api-keys/:keyId/revoke',
  summary: 'Revoke an API key, at once and everywhere',
  tag: keysTag,
  allow: 'keys:manage',
  params: z.object({ keyId: z.string().regex(/^[0-9a-f]{16}$/) }),
  output: ApiKey,
  refuses: [ApiKeyNotFound, KeyBeyondYours, KeyReused],
})
