import type { Command } from 'commander'
import { readConfig } from '../config.ts'
import { itself } from '../kit/caller.ts'
import type { Context } from '../kit/context.ts'
import { inTenant } from '../kit/transaction.ts'
import { type Kith, openKith } from '../kith.ts'
import { jobs } from '../main.ts'
import { findTenant, listTenants } from '../modules/tenants/index.ts'

export const withTenant = (command: Command, description: string) =>
  command.description(description).option('--tenant <slug>', 'which tenant; not needed when there is one')

export async function withKith<T>(work: (kith: Kith) => Promise<T>): Promise<T> {
  const kith = await openKith({ ...readConfig(), LOG_LEVEL: 'silent' }, jobs)
  try {
    return await work(kith)
  } finally {
    await kith.close()
  }
}

/** In a transaction of one tenant; the result is printed after the commit. */
export function inOne(slug: string | undefined, work: (ctx: Context) => Promise<() => void>): Promise<void> {
  return withKith(async (kith) => {
    const tenants = slug === undefined ? await listTenants(kith.db) : [await findTenant(kith.db, slug)]
    if (tenants.length !== 1) throw new Error(`There are ${tenants.length} tenants; name one with --tenant`)
    const done = await inTenant(kith.db, itself(tenants[0]!.id, 'cli'), work)
    done()
  })
}

export async function inTurn<In, Out>(all: readonly In[], work: (one: In) => Promise<Out>): Promise<Out[]> {
  const done: Out[] = []
  for (const one of all) done.push(await work(one))
  return done
}
