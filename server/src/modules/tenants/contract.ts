import { z } from 'zod'
import { endpoint } from '../../kit/endpoint.ts'
import { refusal } from '../../kit/refusal.ts'
import { text } from '../../kit/text.ts'

export const Slug = z
  .string()
  .min(2)
  .max(63)
  .regex(/^[a-z0-9](-?[a-z0-9])*$/, 'must be lower-case letters, digits and single hyphens')

export const NewTenant = z.strictObject({
  slug: Slug,
  name: text(120),
  name2: text(120).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capital letters, such as OM')
    .default('OM'),
  locale: z.enum(['en', 'ar']).default('en'),
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

const Business = z.object({
  slug: z.string(),
  name: z.string(),
  name2: z.string().nullable().meta({ description: 'The name in Arabic script' }),
  country: z.string(),
  locale: z.enum(['en', 'ar']),
})

export const business = endpoint({
  method: 'get',
  path: '/api/v1/business',
  summary: 'What a sign-in page says of the business',
  description:
    'Its sign above the door, for people who are not signed in yet: of the business that X-Kith-Tenant, the host or a session names, else of the only one.',
  tag: 'Tenant',
  allow: 'anyone',
  output: Business,
  refuses: [],
})

export const get = endpoint({
  method: 'get',
  path: '/api/v1/tenant',
  summary: 'Read the business that you work for, and what you may do there',
  description: 'A screen shows what its user may do and leaves out the rest; the server checks each call all the same.',
  tag: 'Tenant',
  allow: 'customers:read',
  output: Business.extend({ may: z.array(z.string()).meta({ description: 'The scopes of the caller' }) }),
  refuses: [],
})
