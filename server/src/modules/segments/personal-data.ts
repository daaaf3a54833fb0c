import { z } from 'zod'
import type { Context, PersonalData } from '../../kit/context.ts'
import { noPersonalData } from '../../kit/module.ts'
import { countHoldings, DESCRIBES_THE_PERSON } from '../../kit/personal-data.ts'
import { everyoneIn } from '../customers/index.ts'
import { historyOf } from './people/read.ts'
import { sql } from './tables.ts'

const erased = { fate: 'erased', why: DESCRIBES_THE_PERSON } as const
const MOST_EXPORTED = 10_000

export const personalData: PersonalData = {
  ...noPersonalData,
  export: exportSegments,
  async holdings(ctx, customerId) {
    return countHoldings(sql(ctx), ctx.tenant, await everyoneIn(ctx, customerId), {
      segment_members: erased,
      segment_tags_by_hand: erased,
      segment_history: erased,
    })
  },
  erase,
  merge,
  unmerge,
}

async function exportSegments(ctx: Context, customerId: string) {
  const history = await historyOf(ctx, customerId, MOST_EXPORTED)
  return {
    segments: history.map(({ key, is_tag, came_at, went_at }) => ({
      ...(is_tag ? { tag: key } : { segment: key }),
      from: came_at.toISOString(),
      until: went_at?.toISOString() ?? null,
    })),
  }
}

async function erase(ctx: Context, customerId: string): Promise<void> {
  const everyone = await everyoneIn(ctx, customerId)
  for (const table of ['segment_members', 'segment_tags_by_hand', 'segment_history'] as const) {
    await sql(ctx).deleteFrom(table).where('tenant_id', '=', ctx.tenant).where('customer_id', 'in', everyone).execute()
  }
}

const Remembered = z.object({ moved: z.array(z.string()), both: z.array(z.string()) })

/** Tags by hand go to the survivor; who is in which segment is decided anew after the merge. */
async function merge(ctx: Context, from: string, into: string): Promise<z.output<typeof Remembered>> {
  const [theirs, own] = [await tagsOf(ctx, from), await tagsOf(ctx, into)]
  const moved = theirs.filter((tag) => !own.includes(tag))
  await giveTags(ctx, from, into, moved)
  return { moved, both: theirs.filter((tag) => own.includes(tag)) }
}

/** What was taken from the survivor since is given back all the same. */
async function unmerge(ctx: Context, from: string, into: string, remembered: unknown): Promise<void> {
  await giveTags(ctx, into, from, Remembered.parse(remembered).moved)
}

async function tagsOf(ctx: Context, customerId: string): Promise<string[]> {
  const rows = await sql(ctx)
    .selectFrom('segment_tags_by_hand')
    .select('tag')
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', customerId)
    .execute()
  return rows.map(({ tag }) => tag).sort()
}

/** Those that both have stay where they are. */
async function giveTags(ctx: Context, from: string, into: string, tags: readonly string[]): Promise<void> {
  if (tags.length === 0) return
  await sql(ctx)
    .updateTable('segment_tags_by_hand')
    .set({ customer_id: into })
    .where('tenant_id', '=', ctx.tenant)
    .where('customer_id', '=', from)
    .where('tag', 'in', tags)
    .execute()
}
