import type pg from 'pg'
import { SchemaProblem } from '../problem.ts'
import { placedNow, requireCitus, versionOf } from './distribute.ts'
import { ANCHOR } from './places.ts'

export interface Isolation {
  readonly tenant: string
  /** Empty where the tenant has a shard of its own already. */
  readonly statements: readonly string[]
  /** Null where nothing is distributed. */
  readonly shard: Shard | null
}

interface Shard {
  readonly id: string
  readonly node: string
  /** Whether no other tenant's rows can be in it. */
  readonly alone: boolean
}

/** What `isolate` would do. Changes nothing, and needs no Citus. */
export async function planIsolation(client: pg.ClientBase, slug: string): Promise<Isolation> {
  const tenant = await tenantOf(client, slug)
  const isDistributed = (await versionOf(client)) !== null && (await placedNow(client)).has(ANCHOR)
  const shard = isDistributed ? await shardOf(client, tenant) : null
  const statements = shard?.alone ? [] : [`select isolate_tenant_to_new_shard('${ANCHOR}', '${tenant}', 'CASCADE')`]
  return { tenant, statements, shard }
}

/** A shard of its own for a tenant, in every table, on the node where it was. */
export async function isolate(owner: pg.Client, slug: string): Promise<Isolation> {
  const plan = await planIsolation(owner, slug)
  requireCitus(await versionOf(owner))
  if (!plan.shard) throw new SchemaProblem('Nothing is distributed yet; run `kith db distribute`')
  for (const statement of plan.statements) await owner.query(statement)
  const shard = await shardOf(owner, plan.tenant)
  if (!shard?.alone) throw new SchemaProblem(`Citus says that ${slug} shares its shard still`)
  return { ...plan, shard }
}

/** Under the role that may see which tenants there are: row security binds the owner too. */
async function tenantOf(client: pg.ClientBase, slug: string): Promise<string> {
  await client.query('begin')
  try {
    await client.query('set local role kith_platform')
    const { rows } = await client.query<{ id: string }>('select tenant_id as id from tenants where slug = $1', [slug])
    if (!rows[0]) throw new Error(`There is no tenant ${slug}; see: kith tenant list`)
    return rows[0].id
  } finally {
    await client.query('rollback')
  }
}

async function shardOf(client: pg.ClientBase, tenant: string): Promise<Shard | null> {
  const { rows } = await client.query<Shard>(
    `select s.shardid::text as id, n.nodename || ':' || n.nodeport as node, s.shardminvalue = s.shardmaxvalue as alone
       from pg_dist_shard s join pg_dist_placement p on p.shardid = s.shardid
       join pg_dist_node n on n.groupid = p.groupid and n.noderole = 'primary'
      where s.shardid = get_shard_id_for_distribution_column('${ANCHOR}', $1::uuid)`,
    [tenant],
  )
  return rows[0] ?? null
}
