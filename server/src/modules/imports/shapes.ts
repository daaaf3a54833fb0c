import { z } from 'zod'
import { At } from '../../kit/text.ts'
import { Column } from './columns/plan.ts'
import { MATCHES } from './columns/targets.ts'
import { ENCODINGS, FORMATS, SEPARATORS } from './read/layout.ts'

export const STATES = [
  'uploading',
  'ready',
  'checking',
  'checked',
  'running',
  'paused',
  'done',
  'undoing',
  'undone',
  'failed',
] as const
export type State = (typeof STATES)[number]

/** What is done in the background. */
export const STEPS = ['checking', 'running', 'undoing'] as const satisfies readonly State[]
export type Step = (typeof STEPS)[number]

const OUTCOMES = ['created', 'updated', 'unchanged', 'duplicate', 'refused'] as const
export const ASIDE = ['refused', 'duplicate', 'kept'] as const

export const Import = z
  .object({
    id: z.uuid(),
    state: z.enum(STATES),
    failure: z
      .string()
      .nullable()
      .meta({ description: 'Why a failed import cannot go on, in the language of the caller' }),
    resumable: z.boolean().meta({ description: 'It was paused, or failed in a step that can go on' }),
    fileName: z.string().nullable().meta({ description: 'Null after 30 days' }),
    bytes: z.int(),
    sha256: z.string().nullable(),
    format: z.enum(FORMATS).nullable(),
    encoding: z.enum(ENCODINGS).nullable(),
    separator: z.enum(SEPARATORS).nullable(),
    columns: z.array(Column),
    matchBy: z.array(z.enum(MATCHES)),
    likely: z.enum(['skip', 'create']),
    dates: z.enum(['day-first', 'month-first']),
    system: z.string(),
    consentOrigin: z.string().nullable(),
    tells: z.boolean(),
    rows: z.int().nullable().meta({ description: 'Null until the rows are counted, by the first check' }),
    done: z.int().meta({ description: 'Rows handled by the present step' }),
    counts: z.object({
      created: z.int(),
      updated: z.int(),
      unchanged: z.int(),
      duplicates: z.int(),
      refused: z.int(),
      undone: z.int(),
      kept: z.int(),
    }),
    createdBy: z.string(),
    createdAt: At,
    startedBy: z.string().nullable(),
    startedAt: At.nullable(),
    finishedAt: At.nullable(),
    undoUntil: At.nullable().meta({ description: 'Until then a finished import can be undone' }),
  })
  .meta({ id: 'Import' })
export type Import = z.output<typeof Import>

const RowReason = z.object({ column: z.string().nullable(), code: z.string(), message: z.string() })

export const PreviewRow = z
  .object({
    row: z.int(),
    outcome: z.enum(OUTCOMES),
    customerId: z.string().nullable(),
    fields: z.record(z.string(), z.string()).meta({ description: 'The fields as they will be' }),
    reasons: z.array(RowReason),
  })
  .meta({ id: 'ImportPreviewRow' })
export type PreviewRow = z.output<typeof PreviewRow>

export const AsideRow = z
  .object({
    row: z.int(),
    outcome: z.enum(ASIDE),
    cells: z
      .array(z.string())
      .meta({ description: 'In the order of the columns; empty for customers kept by an undo' }),
    reasons: z.array(RowReason),
    customerId: z.string().nullable(),
    otherRow: z.int().nullable().meta({ description: 'The earlier row of the same customer' }),
  })
  .meta({ id: 'ImportAsideRow' })
export type AsideRow = z.output<typeof AsideRow>
