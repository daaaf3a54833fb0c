import type { Context } from '../../../kit/context.ts'
import type { Answered, Input, KeyedEntrance } from '../../../kit/endpoint.ts'
import { inTenant } from '../../../kit/transaction.ts'
import { uuidv7 } from '../../../kit/uuid.ts'
import { outsideId } from '../../customers/contract.ts'
import { mergeCustomers, rehearseMerge } from '../../merging/index.ts'
import { mergeOnce, refusalOf } from '../batches.ts'
import { type Compared, comparedPeople } from '../compared.ts'
import { mergeGroup as endpoint, GroupChanged, SuggestionNotFound } from '../contract.ts'
import { type Judge, judged, judging } from '../judge.ts'
import { AGAINST } from '../linkage/link.ts'
import { clustersOf } from '../linkage/pairs/clusters.ts'
import type { Group, GroupMerge } from '../shapes.ts'
import { sql } from '../tables.ts'
import { survivorFirst } from './list.ts'
import { pairOf, requireSuggestion, type SuggestionRow, suggestionRows } from './rows.ts'

const MOST = 50

/** Who else is the same person as these two: joined by complete linkage, so that a chain of likenesses joins no two that are unlike. */
export async function readGroup(ctx: Context, { suggestionId }: { readonly suggestionId: string }): Promise<Group> {
  const { people, links } = await groupOf(ctx, await requireSuggestion(ctx, suggestionId))
  // One of the two is merged or restricted by now.
  if (links.length === 0) throw SuggestionNotFound()
  const shown = links
    .map(({ one, other, score }) => ({ one: outsideId(one), other: outsideId(other), score }))
    .sort((a, b) => a.score - b.score)
  return { customers: people.map((one) => one.shown()), links: shown, weakest: shown[0]! }
}

type Asked = Input<typeof endpoint>

/** All into the first, as one batch. */
export async function mergeGroup(entrance: KeyedEntrance, input: Asked): Promise<Answered<GroupMerge>> {
  if (input.dryRun) return { body: await rehearseGroup(entrance, input) }
  return mergeOnce(entrance, endpoint, input, async (ctx) => {
    const { into, links } = await asShown(ctx, input)
    const suggested = await suggestedWith(ctx, into, links)
    const each = [...suggested].map(([suggestionId, from]) => ({
      ...{ suggestionId, choices: choicesFor(from, input) },
      version: input.customers.find(({ id }) => id === from)?.version,
    }))
    return { least: 0, plan: { into, each } }
  })
}

async function asShown(ctx: Context, { suggestionId, customers, choices }: Asked) {
  const { people, links } = await groupOf(ctx, await requireSuggestion(ctx, suggestionId))
  const into = customers[0]?.id
  const shown = new Map(customers.map(({ id, version }) => [id, version]))
  const isSame = shown.size === people.length && people.every(({ id, row }) => shown.get(id) === row.version)
  if (into === undefined || !isSame || !Object.values(choices).every((id) => shown.has(id))) throw GroupChanged()
  return { into, links }
}

/** Of each merge by itself: what moves from one does not depend on the others. */
async function rehearseGroup(entrance: KeyedEntrance, asked: Asked): Promise<GroupMerge> {
  const { db, caller } = entrance
  const { into } = await inTenant(db, caller, (ctx) => asShown(ctx, asked), { readOnly: true })
  const moved: Record<string, number> = {}
  let merges = 0
  const refused: GroupMerge['refused'] = []
  for (const { id: from } of asked.customers.filter(({ id }) => id !== into)) {
    const merging = rehearseMerge(entrance, (ctx) =>
      mergeCustomers(ctx, { from, into, reason: REHEARSED, choices: choicesFor(from, asked) }),
    ).then((merge) => {
      for (const [kind, count] of Object.entries(merge.moved)) moved[kind] = (moved[kind] ?? 0) + count
    })
    const code = await refusalOf(merging)
    if (code === null) merges++
    else refused.push({ suggestionId: null, code })
  }
  const by = { madeAt: new Date().toISOString(), madeBy: caller.actor }
  return { id: uuidv7(), ...by, from: 0, merges, refused, undoneAt: null, undoneBy: null, moved }
}
const REHEARSED = 'Preview'

/** In the merge of this one: its own value where it was chosen, and the survivor’s where another one’s was. */
const choicesFor = (from: string | undefined, { choices }: Asked): Record<string, 'from' | 'into'> =>
  Object.fromEntries(Object.entries(choices).map(([field, id]) => [field, id === from ? 'from' : 'into']))

interface Link {
  readonly one: string
  readonly other: string
  readonly score: number
  readonly vetoed: boolean
}

async function groupOf(ctx: Context, { one_id, other_id }: SuggestionRow) {
  const judge = await judging(ctx)
  const found = await connected(ctx, judge, [one_id, other_id])
  const people = await comparedPeople(ctx, found)
  const apart = await saidApart(ctx, found)
  const links = people.flatMap((one, n) => people.slice(n + 1).map((other) => linkOf(judge, one, other, apart)))
  const at = new Map(people.map(({ id }, n) => [id, n]))
  const scoreOf = new Map(links.map((link) => [`${at.get(link.one)} ${at.get(link.other)}`, link.score]))
  const clusters = clustersOf(
    {
      ones: Int32Array.from(links, ({ one }) => at.get(one)!),
      others: Int32Array.from(links, ({ other }) => at.get(other)!),
      bits: Float32Array.from(links, ({ score }) => score),
    },
    judge.threshold,
    judge.threshold - AGAINST,
    (a, b) => scoreOf.get(`${Math.min(a, b)} ${Math.max(a, b)}`)!,
  )
  const both = [one_id, other_id].map((id) => at.get(id))
  const cluster = clusters.find(({ records }) => both.every((n) => n !== undefined && records.includes(n)))
  const ids = new Set(cluster ? cluster.records.map((n) => people[n]!.id) : [one_id, other_id])
  return {
    people: survivorFirst(people.filter(({ id }) => ids.has(id))),
    links: links.filter(({ one, other }) => ids.has(one) && ids.has(other)),
  }
}

/** What the business said of two, or of such as these, is stronger than any weight. */
function linkOf(judge: Judge, one: Compared, other: Compared, apart: ReadonlySet<string>): Link {
  const explanation = judge.explain(judged(one), judged(other))
  const isApart = apart.has(nameOf(one.id, other.id)) || judge.forbids(explanation)
  return {
    one: one.id,
    other: other.id,
    score: isApart ? UNLIKE : explanation.score,
    vetoed: explanation.vetoes.length > 0,
  }
}
const UNLIKE = -60
function nameOf(a: string, b: string) {
  const { one, other } = pairOf(a, b)
  return `${one} ${other}`
}

/** From one suggestion to the next, as far as they go. */
async function connected(ctx: Context, { threshold }: Judge, from: readonly string[]): Promise<string[]> {
  const found = new Set(from)
  for (let asked = from; asked.length > 0 && found.size < MOST; ) {
    const rows = await pairsWith(ctx, asked)
      .where('gone', '=', false)
      .where('state', 'in', ['open', 'put_off'])
      .where('score', '>=', threshold)
      .execute()
    const next = new Set(rows.flatMap(({ one_id, other_id }) => [one_id, other_id]).filter((id) => !found.has(id)))
    asked = [...next].slice(0, MOST - found.size)
    for (const id of asked) found.add(id)
  }
  return [...found]
}

async function saidApart(ctx: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await pairsWith(ctx, ids).where('state', 'in', ['rejected', 'family']).execute()
  return new Set(rows.map(({ one_id, other_id }) => `${one_id} ${other_id}`))
}

const pairsWith = (ctx: Context, ids: readonly string[]) =>
  suggestionRows(ctx).where((q) => q.or([q('one_id', 'in', ids), q('other_id', 'in', ids)]))

/** The suggestion of each with the survivor, and who it is: two that are joined by others alone get one now, or theirs is shown again. */
async function suggestedWith(
  ctx: Context,
  survivor: string,
  links: readonly Link[],
): Promise<ReadonlyMap<string, string>> {
  const pairs = links
    .filter(({ one, other }) => one === survivor || other === survivor)
    .map(({ one, other, score, vetoed }) => ({ ...pairOf(one, other), score, vetoed }))
  await sql(ctx)
    .insertInto('duplicate_suggestions')
    .values(
      pairs.map(({ one, other, score, vetoed }) => ({
        tenant_id: ctx.tenant,
        id: uuidv7(ctx.now.getTime()),
        one_id: one,
        other_id: other,
        score,
        vetoed,
        state: 'open',
        found_at: ctx.now,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'one_id', 'other_id'])
        .doUpdateSet((q) => ({ gone: false, score: q.ref('excluded.score'), vetoed: q.ref('excluded.vetoed') }))
        .where('duplicate_suggestions.gone', '=', true),
    )
    .execute()
  const rows = await pairsWith(ctx, [survivor]).execute()
  return new Map(
    pairs.flatMap(({ one, other }): [string, string][] => {
      const row = rows.find(({ one_id, other_id }) => one_id === one && other_id === other)
      return row ? [[row.id, one === survivor ? other : one]] : []
    }),
  )
}
