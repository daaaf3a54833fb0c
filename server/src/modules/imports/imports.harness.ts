import { expect } from 'vitest'
import type { Shop, World } from '../../../test/harness.ts'
import * as api from './contract.ts'
import { imports } from './index.ts'
import { PART_BYTES } from './limits.ts'
import type { Import } from './shapes.ts'

type Caller = Pick<Shop, 'call'> & { readonly apiKey: string }

export async function sendPart(world: World, by: Caller, importId: string, part: number, bytes: Uint8Array) {
  const answer = await fetch(`${world.url}/api/v1/imports/${importId}/parts/${part}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${by.apiKey}`, 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
  })
  return { status: answer.status, body: await answer.json() }
}

/** A file in the shop, with its columns guessed. */
export async function uploaded(world: World, by: Caller, fileName: string, content: string | Buffer): Promise<Import> {
  const { body: made } = await by.call(api.create, { fileName })
  const bytes = Buffer.from(content)
  const parts = Math.max(1, Math.ceil(bytes.length / PART_BYTES))
  for (let part = 1; part <= parts; part++) {
    const { status } = await sendPart(
      world,
      by,
      made.id,
      part,
      bytes.subarray((part - 1) * PART_BYTES, part * PART_BYTES),
    )
    expect(status).toBe(200)
  }
  const { status, body } = await by.call(api.uploaded, { importId: made.id, parts })
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

/** Everything that waits in the background of this shop. */
export async function workOff({ kith }: World, { id }: Pick<Shop, 'id'>): Promise<void> {
  for (const errand of imports.errands) while (await errand.run(kith.db, id));
}

type Step = typeof api.check | typeof api.run | typeof api.undo | typeof api.resume

export async function stepped(world: World, shop: Shop, step: Step, importId: string): Promise<Import> {
  const { status, body } = await shop.call(step, { importId })
  expect(status, JSON.stringify(body)).toBe(202)
  await workOff(world, shop)
  return (await shop.call(api.get, { importId })).body
}

/** Checked and run, with what was decided before. */
export async function imported(
  world: World,
  shop: Shop,
  fileName: string,
  content: string | Buffer,
  rules: (one: Import) => object = () => ({}),
): Promise<Import> {
  const one = await uploaded(world, shop, fileName, content)
  const changed = rules(one)
  if (Object.keys(changed).length > 0) {
    const { status, body } = await shop.call(api.change, { importId: one.id, ...changed })
    expect(status, JSON.stringify(body)).toBe(200)
  }
  const checked = await stepped(world, shop, api.check, one.id)
  expect(checked.state).toBe('checked')
  return stepped(world, shop, api.run, one.id)
}

/** The same columns, with other decisions about some of them. */
export const decided = (
  { columns }: Import,
  changes: Readonly<Record<string, Partial<Import['columns'][0]>>>,
): { columns: Import['columns'] } => ({ columns: columns.map((one) => ({ ...one, ...changes[one.name] })) })
