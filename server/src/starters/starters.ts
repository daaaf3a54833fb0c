import type { Context } from '../kit/context.ts'
import { keysOf } from '../kit/known.ts'
import { createDocument } from '../modules/consent/index.ts'
import { changePreferenceSchema } from '../modules/preferences/index.ts'
import { cafe } from './cafe.ts'
import { laundry } from './laundry.ts'
import { salon } from './salon.ts'
import type { Starter } from './starter.ts'

/** `empty` asks nothing: no customer is shown terms that the business has not read. */
const STARTERS = { empty: null, laundry, cafe, salon } as const satisfies Record<string, Starter | null>
export type StarterName = keyof typeof STARTERS
export const STARTER_NAMES = keysOf(STARTERS)
export const USUAL_STARTER: StarterName = 'empty'

/** In the transaction that makes the tenant, through the operations that its own people change it with. */
export async function furnish(ctx: Context, name: StarterName): Promise<void> {
  const starter = STARTERS[name]
  if (starter === null) return
  const { items, topics, documents } = starter
  await changePreferenceSchema(ctx, { items, topics, timeZone: null })
  for (const document of documents) await createDocument(ctx, document)
}
