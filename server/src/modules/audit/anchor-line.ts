import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { codeOf } from '../../error.ts'
import { type Beginning, releasedMacOf } from '../../kit/audit-begin.ts'
import { type Head, macOf } from '../../kit/audit-chain.ts'
import type { Anchor } from '../../kit/audit-verify.ts'
import type { Context } from '../../kit/context.ts'

const Line = z.object({
  tenant: z.uuid(),
  batches: z.int(),
  position: z.int(),
  hash: z.hex(),
  at: z.iso.datetime(),
  mac: z.hex(),
  /** A backup was restored, and an operator confirmed it: this head replaces what was anchored before. */
  restored: z.literal(true).optional(),
  /** Here the chain begins since what was before it was released: the time of the newest of that. */
  released: z.iso.datetime().optional(),
})
type Line = z.output<typeof Line>
/** A line of the log holds the anchor as a part. */
const Written = z.union([Line, z.object({ anchor: Line }).transform(({ anchor }) => anchor)])

/** Of a chain that has begun. */
export type Sealed = Head & { readonly at: Date }

export function lineOf(ctx: Context, { seq, position, hash, at }: Sealed): Line {
  const mac = macOf(ctx, { seq, position, hash, at })
  return { tenant: ctx.tenant, ...inText({ seq, position, hash, at }), mac: mac.toString('hex') }
}

export function restoredLineOf(ctx: Context, { seq, position, hash }: Sealed): Line {
  const head = { seq, position, hash, at: ctx.now }
  return { tenant: ctx.tenant, ...inText(head), mac: restoreMacOf(ctx, head).toString('hex'), restored: true }
}

export function checkpointLineOf(ctx: Context, begin: Beginning & { readonly at: Date }): Line {
  const { seq, position, hash, at, newest } = begin
  return {
    tenant: ctx.tenant,
    ...inText({ seq, position, hash, at }),
    mac: releasedMacOf(ctx, begin).toString('hex'),
    released: newest?.toISOString(),
  }
}

const inText = ({ seq, position, hash, at }: Omit<Sealed, 'mac'>) => ({
  batches: seq,
  position,
  hash: hash.toString('hex'),
  at: at.toISOString(),
})

const restoreMacOf = ({ keys, tenant }: Context, { seq, position, hash, at }: Omit<Sealed, 'mac'>): Buffer =>
  keys.digest('audit restore', JSON.stringify([tenant, seq, position, hash.toString('base64'), at.getTime()]))

export interface Noted {
  readonly anchors: readonly Anchor[]
  /** Where the chain began once. */
  readonly checkpoints: readonly (Anchor & { readonly newest: Date })[]
}

/** What is noted of this tenant in a file, or in a log. A line that was not written with its keys says nothing. */
export async function readNoted(ctx: Context, path: string): Promise<Noted> {
  let anchors: Anchor[] = []
  const checkpoints: Noted['checkpoints'][0][] = []
  try {
    for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      const line = text.includes(ctx.tenant) ? readLine(text) : null
      if (line?.tenant !== ctx.tenant) continue
      const head = {
        seq: line.batches,
        position: line.position,
        hash: Buffer.from(line.hash, 'hex'),
        at: new Date(line.at),
      }
      if (!macFor(ctx, line, head).equals(Buffer.from(line.mac, 'hex'))) continue
      if (line.released) checkpoints.push({ ...head, newest: new Date(line.released) })
      else anchors = line.restored ? [head] : [...anchors, head]
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
  return { anchors, checkpoints }
}

function macFor(ctx: Context, { restored, released }: Line, head: Anchor): Buffer {
  if (released) return releasedMacOf(ctx, { ...head, newest: new Date(released) })
  return restored ? restoreMacOf(ctx, head) : macOf(ctx, head)
}

function readLine(text: string): Line | null {
  try {
    return Written.parse(JSON.parse(text))
  } catch {
    return null
  }
}
