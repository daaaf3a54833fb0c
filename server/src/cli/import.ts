import { createReadStream } from 'node:fs'
import path from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { itself } from '../kit/caller.ts'
import type { Context } from '../kit/context.ts'
import type { Entrance } from '../kit/endpoint.ts'
import { inTenant } from '../kit/transaction.ts'
import type { Import } from '../modules/imports/contract.ts'
import {
  changePlan,
  checkImport,
  createImport,
  finishUpload,
  getImport,
  listAside,
  PART_BYTES,
  putPart,
  readRules,
  resumeImport,
  runImport,
  undoImport,
  workOn,
} from '../modules/imports/index.ts'
import { findTenant, listTenants } from '../modules/tenants/index.ts'
import { progressBar, say, table } from './say.ts'
import { withKith, withTenant } from './tenants.ts'

interface Options {
  readonly tenant?: string
  readonly dryRun?: boolean
  readonly map?: Readonly<Record<string, Mapped>>
  readonly match?: string[]
  readonly origin?: string
  readonly likely?: 'skip' | 'create'
  readonly tell?: boolean
  readonly resume?: string
  readonly undo?: string
}
interface Mapped {
  readonly target: string | null
  readonly policy?: string
}

/** `kith import`: the operations of the API, worked off by this process. */
export function addImportCommand(program: Command): void {
  withTenant(
    program.command('import [file]'),
    'Import customers from CSV, NDJSON, vCard or XLSX, or go on with an import',
  )
    .option('--dry-run', 'say what would become of each row, and import none')
    .option('--map <columns>', 'what columns are: Mobile=phone,Remarks=notes:overwrite,Colour=-', mapped)
    .option('--match <keys>', 'by what a row is an existing customer: phone,email,number,externalId', listed)
    .option('--origin <text>', 'where the consents of the file were given')
    .addOption(
      new Option(
        '--likely <what>',
        'skip: set a row aside that is probably a known customer; create: compare none, which is faster',
      ).choices(['skip', 'create']),
    )
    .option('--tell', 'announce each customer by events of their own')
    .option('--resume <id>', 'go on with this import at the next row')
    .option('--undo <id>', 'undo this import, with its updates')
    .action((file: string | undefined, options: Options, command: Command) => {
      const given = [file, options.resume, options.undo].filter((one) => one !== undefined)
      if (given.length !== 1) command.error('error: give either a file, --resume or --undo')
      return withKith(async ({ db }) => {
        const tenants = options.tenant ? [await findTenant(db, options.tenant)] : await listTenants(db)
        if (tenants.length !== 1) throw new Error(`There are ${tenants.length} tenants; name one with --tenant`)
        const here: Entrance = { db, caller: itself(tenants[0]!.id, 'cli'), cookies: {}, headers: {} }
        const done = await work(program, here, file, options)
        const aside = await refusedOf(here, done)
        say(program, { ...done, aside }, inWords(done, aside))
      })
    })
}

async function work(program: Command, here: Entrance, file: string | undefined, options: Options): Promise<Import> {
  const on = (step: (ctx: Context, input: { importId: string }) => Promise<Import>, importId: string) =>
    workOff(program, here, step, importId)
  if (options.undo !== undefined) return on(undoImport, options.undo)
  if (options.resume !== undefined) return on(resumeImport, options.resume)
  const { id } = await send(here, file!)
  await decide(here, id, options)
  const checked = await on(checkImport, id)
  return options.dryRun || checked.state !== 'checked' ? checked : on(runImport, id)
}

async function send(here: Entrance, file: string): Promise<Import> {
  const run = <T>(operation: (ctx: Context) => Promise<T>) => inTenant(here.db, here.caller, operation)
  const { id: importId } = await run((ctx) => createImport(ctx, { fileName: path.basename(file) }))
  let part = 0
  for await (const bytes of createReadStream(file, { highWaterMark: PART_BYTES })) {
    part += 1
    await run((ctx) => putPart(ctx, { importId, part, bytes }))
  }
  return (await finishUpload(here, { importId, parts: part })).body
}

async function decide(
  here: Entrance,
  importId: string,
  { map = {}, match, origin, likely, tell }: Options,
): Promise<void> {
  const { columns } = await inTenant(here.db, here.caller, (ctx) => getImport(ctx, { importId }))
  const unknown = Object.keys(map).find((name) => !columns.some((column) => column.name === name))
  if (unknown !== undefined)
    throw new Error(`There is no column ${unknown}; there are: ${columns.map(({ name }) => name).join(', ')}`)
  const rules = readRules({
    columns: columns.map((column) => ({ ...column, ...map[column.name] })),
    ...(match && { matchBy: match }),
    ...(origin !== undefined && { consentOrigin: origin }),
    ...(likely && { likely }),
    ...(tell && { tells: true }),
  })
  await changePlan(here, { importId, ...rules })
}

/** Asks for the step and does it here. Another process may do it as well; they take turns. */
async function workOff(
  program: Command,
  { db, caller }: Entrance,
  step: (ctx: Context, input: { importId: string }) => Promise<Import>,
  importId: string,
): Promise<Import> {
  let present = await inTenant(db, caller, (ctx) => step(ctx, { importId }))
  const { state } = present
  const bar = progressBar(program, present.rows ?? 0)
  while (present.state === state) {
    if (!(await workOn(db, caller.tenant))) await new Promise((resolve) => setTimeout(resolve, 200))
    present = await inTenant(db, caller, (ctx) => getImport(ctx, { importId }), { readOnly: true })
    bar.at(present.done)
  }
  bar.done()
  return present
}

const refusedOf = ({ db, caller }: Entrance, { id, state }: Import) =>
  inTenant(
    db,
    caller,
    async (ctx) =>
      (await listAside(ctx, { importId: id, outcome: state === 'undone' ? 'kept' : 'refused' })).items.map(
        ({ row, reasons }) => ({ row, reasons }),
      ),
    { readOnly: true },
  )

type Refused = Awaited<ReturnType<typeof refusedOf>>

function inWords({ id, state, failure, counts }: Import, aside: Refused): string {
  const columns = aside.map(({ row, reasons }) => [
    `row ${row}`,
    reasons.map(({ column, message }) => (column === null ? message : `${column}: ${message}`)).join('; '),
  ])
  const counted = Object.entries(counts).filter(([, count]) => count > 0)
  const total = counted.map(([name, count]) => `${count} ${name}`).join(', ') || 'no rows'
  return [...(aside.length > 0 ? [table(columns)] : []), `${id} ${state}: ${failure ?? total}.`].join('\n')
}

/** `Mobile=phone,Remarks=notes:overwrite,Colour=-`. */
function mapped(written: string): Record<string, Mapped> {
  return Object.fromEntries(
    written.split(',').map((one) => {
      const at = one.lastIndexOf('=')
      const [target = '', policy] = one.slice(at + 1).split(':')
      if (at < 1 || target === '') throw new InvalidArgumentError('Write it as Mobile=phone,Remarks=notes:overwrite.')
      const said = { target: target === '-' ? null : target, ...(policy && { policy }) }
      return [one.slice(0, at).trim(), said]
    }),
  )
}

const listed = (written: string) => written.split(',').map((one) => one.trim())
