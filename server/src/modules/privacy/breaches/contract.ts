import { z } from 'zod'
import { CursorExpired, CursorInvalid } from '../../../kit/cursor.ts'
import { endpoint } from '../../../kit/endpoint.ts'
import { VersionConflict } from '../../../kit/refusal.ts'
import { At, PastMoment, text } from '../../../kit/text.ts'
import { CLOCKS } from '../clock.ts'
import { PACK_NAMES } from '../packs.ts'
import { BreachNotFound } from '../refusals.ts'

const tag = 'Privacy'
const DATA_KINDS = ['names', 'contacts', 'addresses', 'orders', 'payments', 'credentials', 'health', 'other'] as const
const Words = text(5_000, { multiline: true })
const params = z.object({ breachId: z.uuid() })

const fields = {
  what: Words.meta({
    example: 'A printed list lay open at the counter overnight',
    description: 'What happened; stored encrypted',
  }),
  measures: Words.nullable().meta({
    example: 'The list is locked away',
    description: 'Measures taken; stored encrypted',
  }),
  people: z.int().min(0).max(1_000_000_000).meta({ example: 40, description: 'Number of people concerned' }),
  records: z.int().min(0).max(1_000_000_000),
  dataKinds: z
    .array(z.enum(DATA_KINDS))
    .max(DATA_KINDS.length)
    .meta({ example: ['names', 'contacts'] }),
}

export const Breach = z
  .object({
    id: z.uuid(),
    ...fields,
    noticedAt: At,
    pack: z.enum(PACK_NAMES),
    dueAt: At.nullable().meta({ description: 'Deadline for notifying the authority; null if there is none' }),
    clock: z.enum(CLOCKS),
    authorityNotifiedAt: At.nullable(),
    peopleNotifiedAt: At.nullable(),
    version: z.int(),
    damaged: z.boolean().meta({ description: 'Unreadable; cannot be changed until it is repaired' }),
  })
  .meta({ id: 'Breach' })
export type Breach = z.output<typeof Breach>

export const recordBreach = endpoint({
  method: 'post',
  path: '/api/v1/breaches',
  summary: 'Record a breach',
  tag,
  allow: 'privacy:manage',
  body: z.strictObject({
    ...fields,
    measures: fields.measures.default(null),
    records: fields.records.default(0),
    dataKinds: fields.dataKinds.default([]),
    noticedAt: PastMoment.optional().meta({ description: 'Time of notice; by default now. Deadlines run from it' }),
  }),
  output: Breach,
  status: 201,
  refuses: [],
})

export const listBreaches = endpoint({
  method: 'get',
  path: '/api/v1/breaches',
  summary: 'List the breaches, latest first',
  tag,
  allow: 'privacy:read',
  query: z.strictObject({ clock: z.enum(CLOCKS).optional(), cursor: z.string().max(1_000).optional() }),
  output: z.object({ items: z.array(Breach), nextCursor: z.string().nullable() }),
  refuses: [CursorInvalid, CursorExpired],
})

export const getBreach = endpoint({
  method: 'get',
  path: '/api/v1/breaches/:breachId',
  summary: 'Read a breach',
  tag,
  allow: 'privacy:read',
  params,
  output: Breach,
  versioned: true,
  refuses: [BreachNotFound],
})

export const changeBreach = endpoint({
  method: 'patch',
  path: '/api/v1/breaches/:breachId',
  summary: 'Update a breach and its notifications',
  tag,
  allow: 'privacy:manage',
  params,
  body: z.strictObject({
    ...z.object(fields).partial().shape,
    authorityNotifiedAt: PastMoment.optional(),
    peopleNotifiedAt: PastMoment.optional(),
  }),
  output: Breach,
  versioned: true,
  refuses: [BreachNotFound, VersionConflict],
})
