import { createHash } from 'node:crypto'
import iconv from 'iconv-lite'
import type { Context } from '../../../kit/context.ts'
import type { Answered, Entrance, Input, Output, WithBytes } from '../../../kit/endpoint.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { guessPlan } from '../columns/guess.ts'
import { Plan } from '../columns/plan.ts'
import { readRemembered } from '../columns/remember.ts'
import type * as api from '../contract.ts'
import { changeImport, countOn, lockImport, planOf, requireImport, sealPlan, toImport } from '../import-row.ts'
import { PART_BYTES } from '../limits.ts'
import { guessEncoding, guessFormat, guessSeparator, type Layout } from '../read/layout.ts'
import { FileEmpty, PartMissing, WrongState } from '../refusals.ts'
import type { Import } from '../shapes.ts'
import { sql } from '../tables.ts'
import { type Head, headOf } from './head.ts'
import { dropParts, partsOf, readPart, writePart } from './parts.ts'
import { refuseManyFiles, refuseManyParts } from './room.ts'
import { csvOf } from './workbook.ts'

export async function createImport(ctx: Context, { fileName }: Input<typeof api.create>): Promise<Import> {
  await refuseManyFiles(ctx)
  const id = uuidv7(ctx.now.getTime())
  const plan = Plan.parse({ fileName, format: 'csv' })
  const row = await sql(ctx)
    .insertInto('imports')
    .values({
      tenant_id: ctx.tenant,
      id,
      state: 'uploading',
      sealed: sealPlan(ctx, id, plan),
      created_by: ctx.caller.actor,
      created_at: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toImport(ctx, row)
}

/** The same part twice is kept once: an upload that broke off goes on with the part that did not arrive. */
export async function putPart(ctx: Context, { importId, part, bytes }: WithBytes<Input<typeof api.putPart>>) {
  await lockImport(ctx, importId, 'uploading')
  await refuseManyParts(ctx)
  await writePart(ctx, importId, part, bytes ?? Buffer.alloc(0))
  // A sign that the file has changed.
  await countOn(ctx, importId, {})
  return { part, bytes: bytes?.length ?? 0 }
}

/** Hashes the file, finds out how it is written, and takes its columns for what they probably are. */
export async function finishUpload(
  { db, caller }: Entrance,
  { importId, parts }: Input<typeof api.uploaded>,
): Promise<Answered<Output<typeof api.uploaded>>> {
  const started = await inTenant(
    db,
    caller,
    async (ctx) => {
      const row = await requireImport(ctx, importId)
      return { changedAt: row.worker_at, plan: planOf(ctx, row), first: await readPart(ctx, importId, 1) }
    },
    { readOnly: true },
  )
  if (!started.first || started.first.length === 0) throw FileEmpty()
  const { bytes, sha256, count } = await hashed(partsOf(db, caller, importId))
  if (count !== parts) throw PartMissing({ parts: count })

  const { fileName } = started.plan
  const format = guessFormat(fileName, started.first)
  const csv = format === 'xlsx' ? await wholeCsv(csvOf(partsOf(db, caller, importId), bytes)) : null
  const head = csv?.subarray(0, PART_BYTES) ?? started.first
  const layout = layoutOf(format, head)
  const table = await headOf(head, layout)
  const body = await inTenant(db, caller, async (ctx) => {
    const row = await lockImport(ctx, importId, 'uploading')
    // The hash is that of the parts that were there, and of no part that came since.
    if (row.worker_at?.getTime() !== started.changedAt?.getTime()) throw WrongState({ state: row.state })
    if (csv) await replaceBy(ctx, importId, csv)
    const guessed = await guessedIn(ctx, fileName, table)
    const plan: Plan = { ...started.plan, ...layout, ...guessed }
    await changeImport(ctx, importId, { state: 'ready', format, bytes, sha256, sealed: sealPlan(ctx, importId, plan) })
    return toImport(ctx, await requireImport(ctx, importId))
  })
  return { body }
}

export async function guessedIn(ctx: Context, fileName: string, { names, rows }: Head) {
  return guessPlan(
    fileName,
    names,
    rows.map(({ cells }) => cells),
    await readRemembered(ctx, names),
  )
}

async function hashed(chunks: AsyncIterable<Buffer>) {
  const hash = createHash('sha256')
  let [bytes, count] = [0, 0]
  for await (const chunk of chunks) {
    hash.update(chunk)
    bytes += chunk.length
    count += 1
  }
  return { bytes, count, sha256: hash.digest('hex') }
}

const LOOKED_AT_BYTES = 64 * 1024

function layoutOf(format: Layout['format'], first: Buffer): Layout {
  if (format === 'xlsx') return { format, encoding: 'utf-8', separator: ',' }
  const head = first.subarray(0, LOOKED_AT_BYTES)
  const encoding = guessEncoding(head)
  return { format, encoding, separator: guessSeparator(iconv.decode(head, encoding)) }
}

/** A workbook cannot be read in pieces, so it is read once, and kept as CSV. */
async function wholeCsv(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}

async function replaceBy(ctx: Context, importId: string, csv: Buffer): Promise<void> {
  await dropParts(ctx, importId)
  for (let at = 0; at < csv.length; at += PART_BYTES)
    await writePart(ctx, importId, at / PART_BYTES + 1, csv.subarray(at, at + PART_BYTES))
}
