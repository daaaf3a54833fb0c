import { z } from 'zod'
import { text } from '../../../kit/text.ts'
import { ENCODINGS, FORMATS, SEPARATORS } from '../read/layout.ts'
import { MATCHES, POLICIES, Target } from './targets.ts'

export const Column = z
  .strictObject({
    name: z.string().max(1_000).meta({ example: 'Mobile' }),
    target: Target.nullable().meta({ description: 'Null: the column is not imported' }),
    policy: z.enum(POLICIES),
  })
  .meta({ id: 'ImportColumn' })
export type Column = z.output<typeof Column>

/** What a caller may decide. */
export const Rules = z.strictObject({
  encoding: z.enum(ENCODINGS).optional().meta({ description: 'Until the rows are read by the first check' }),
  separator: z.enum(SEPARATORS).optional().meta({ description: 'Until the rows are read by the first check' }),
  columns: z.array(Column).max(200).optional().meta({ description: 'All of them, in the order of the file' }),
  matchBy: z.array(z.enum(MATCHES)).max(MATCHES.length).optional().meta({
    description: 'By what a row is an existing customer',
  }),
  likely: z.enum(['skip', 'create']).optional().meta({
    description:
      '`skip` puts a row aside that is probably an existing customer; `create` compares none with likely duplicates, which is faster, and leaves them to be suggested later',
  }),
  dates: z.enum(['day-first', 'month-first']).optional().meta({ description: 'How 03/04/1990 is read' }),
  system: text(40).optional().meta({ description: 'The system that the external ids are from', example: 'shopify' }),
  consentOrigin: text(200).nullable().optional().meta({
    description:
      'Where the consents of the file were given, for rows without an origin of their own. Without any, no consent to marketing is imported.',
  }),
  tells: z.boolean().optional().meta({
    description:
      'Whether each customer is announced by events of their own, and so to webhooks. By default one event tells of the import.',
  }),
})
export type Rules = z.output<typeof Rules>

/** Rules that were typed. */
export const readRules = (typed: unknown): Rules => Rules.parse(typed, { reportInput: true })

/** As it is kept with the import. */
export const Plan = z.object({
  fileName: z.string(),
  format: z.enum(FORMATS),
  encoding: z.enum(ENCODINGS).default('utf-8'),
  separator: z.enum(SEPARATORS).default(','),
  columns: z.array(Column).default([]),
  matchBy: z.array(z.enum(MATCHES)).default(['externalId', 'number', 'phone', 'email']),
  likely: z.enum(['skip', 'create']).default('skip'),
  dates: z.enum(['day-first', 'month-first']).default('day-first'),
  system: z.string().default('file'),
  consentOrigin: z.string().nullable().default(null),
  tells: z.boolean().default(false),
})
export type Plan = z.output<typeof Plan>
