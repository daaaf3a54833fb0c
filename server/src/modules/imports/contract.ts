import { z } from 'zod'
import { CursorExpired, CursorInvalid } from '../../kit/cursor.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { Forbidden } from '../../kit/refusal.ts'
import { text } from '../../kit/text.ts'
import { Rules } from './columns/plan.ts'
import { MOST_PARTS, PART_BYTES } from './limits.ts'
import * as no from './refusals.ts'
import { ASIDE, AsideRow, Import, PreviewRow } from './shapes.ts'

export * from './refusals.ts'
export * from './shapes.ts'

const common = { tag: 'Imports', allow: 'customers:import' } as const
const params = z.object({ importId: z.uuid() })
const step = { ...common, method: 'post', params, output: Import, status: 202 } as const

export const create = endpoint({
  ...common,
  method: 'post',
  path: '/api/v1/imports',
  summary: 'Begin an import of customers',
  description: `Then send the file in parts of up to ${PART_BYTES} bytes, each with \`PUT …/parts/1\` and so on, and \`POST …/uploaded\`. CSV, NDJSON, vCard and XLSX are read.`,
  body: z.strictObject({ fileName: text(200).meta({ example: 'customers.csv' }) }),
  output: Import,
  status: 201,
  refuses: [no.TooManyFiles],
})

export const putPart = endpoint({
  ...common,
  method: 'put',
  path: '/api/v1/imports/:importId/parts/:part',
  summary: 'Send a part of the file',
  description: 'The same part can be sent again; the last one counts.',
  params: z.object({
    importId: z.uuid(),
    part: z
      .string()
      .refine((part) => /^[1-9]\d{0,3}$/.test(part) && Number(part) <= MOST_PARTS)
      .meta({ type: 'integer', minimum: 1, maximum: MOST_PARTS })
      .transform(Number),
  }),
  bytes: PART_BYTES,
  output: z.object({ part: z.int(), bytes: z.int() }),
  refuses: [no.ImportNotFound, no.WrongState, no.TooManyFiles],
})

export const uploaded = endpoint({
  ...common,
  method: 'post',
  path: '/api/v1/imports/:importId/uploaded',
  summary: 'Say that the file is complete',
  description: 'Finds out format, encoding and separator, and guesses what each column is.',
  params,
  body: z.strictObject({ parts: z.int().min(1).max(MOST_PARTS) }),
  output: Import,
  refuses: [no.ImportNotFound, no.WrongState, no.PartMissing, no.FileEmpty, no.FileUnreadable, no.WorkbookTooLarge],
})

export const list = endpoint({
  ...common,
  method: 'get',
  path: '/api/v1/imports',
  summary: 'List the imports, newest first',
  query: z.strictObject({ cursor: z.string().max(1_000).optional() }),
  output: z.object({ items: z.array(Import), nextCursor: z.string().nullable() }),
  refuses: [CursorInvalid, CursorExpired],
})

export const get = endpoint({
  ...common,
  method: 'get',
  path: '/api/v1/imports/:importId',
  summary: 'Read an import, with its progress',
  params,
  output: Import,
  refuses: [no.ImportNotFound],
})

export const change = endpoint({
  ...common,
  method: 'patch',
  path: '/api/v1/imports/:importId',
  summary: 'Decide about columns and rules of an import',
  description: 'Omitted rules stay. After a change the rows have to be checked again.',
  params,
  body: Rules,
  output: Import,
  refuses: [no.ImportNotFound, no.WrongState, no.ColumnsUnknown, no.FileUnreadable],
})

export const preview = endpoint({
  ...common,
  method: 'get',
  path: '/api/v1/imports/:importId/preview',
  summary: 'Show the first rows as they are and as they will become',
  params,
  output: z.object({ cells: z.array(z.array(z.string())), rows: z.array(PreviewRow) }),
  refuses: [no.ImportNotFound, no.FileUnreadable],
})

export const check = endpoint({
  ...step,
  path: '/api/v1/imports/:importId/check',
  summary: 'Check all rows without importing any',
  description: 'Runs in the background: which rows create, update or repeat a customer, and which are refused and why.',
  refuses: [no.ImportNotFound, no.WrongState, no.NothingToMatch],
})

export const run = endpoint({
  ...step,
  path: '/api/v1/imports/:importId/run',
  summary: 'Run an import that was checked',
  refuses: [no.ImportNotFound, no.WrongState],
})

export const pause = endpoint({
  ...step,
  path: '/api/v1/imports/:importId/pause',
  summary: 'Pause a running import',
  refuses: [no.ImportNotFound, no.WrongState],
})

export const resume = endpoint({
  ...step,
  path: '/api/v1/imports/:importId/resume',
  summary: 'Resume an import that was paused or failed, at the next row',
  description: 'Resuming an undo needs `privacy:manage` too.',
  refuses: [no.ImportNotFound, no.WrongState, Forbidden],
})

export const undo = endpoint({
  ...step,
  also: 'privacy:manage',
  path: '/api/v1/imports/:importId/undo',
  summary: 'Undo an import, with its updates',
  description:
    'Customers that it created are erased, replaced values come back, consents that it recorded are withdrawn. What was changed since stays, and is listed as `kept`. Numbers are not given again.',
  freshProof: true,
  refuses: [no.ImportNotFound, no.WrongState, no.ImportExpired],
})

export const discard = endpoint({
  ...common,
  method: 'delete',
  path: '/api/v1/imports/:importId',
  summary: 'Discard an import that was not run, with its file',
  params,
  output: Import,
  refuses: [no.ImportNotFound, no.WrongState],
})

export const listRows = endpoint({
  ...common,
  method: 'get',
  path: '/api/v1/imports/:importId/rows',
  summary: 'List rows that were not taken over, with the reasons, or customers that an undo kept',
  params,
  query: z.strictObject({ outcome: z.enum(ASIDE), cursor: z.string().max(1_000).optional() }),
  output: z.object({ items: z.array(AsideRow), nextCursor: z.string().nullable() }),
  refuses: [no.ImportNotFound, CursorInvalid, CursorExpired],
})

export const refusedFile = endpoint({
  ...common,
  method: 'get',
  path: '/api/v1/imports/:importId/refused.csv',
  summary: 'Download the rows that were not taken over, to correct and import them again',
  params,
  output: z.string(),
  streams: ['text/csv'],
  refuses: [no.ImportNotFound],
})
