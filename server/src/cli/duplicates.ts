import type { Command } from 'commander'
import { itself } from '../kit/caller.ts'
import { inTenant } from '../kit/transaction.ts'
import { CustomerId } from '../modules/customers/contract.ts'
import { explainCustomers, LEAST_CUSTOMERS, lookAtOutdated, trainModel } from '../modules/duplicates/index.ts'
import { findTenant, listTenants } from '../modules/tenants/index.ts'
import { progressBar, say, table } from './say.ts'
import { inOne, withKith, withTenant } from './tenants.ts'

interface Named {
  readonly tenant?: string
}

export function addDuplicatesCommands(program: Command): void {
  const duplicates = program.command('duplicates').description('Customers that probably are one person')

  withTenant(duplicates.command('find'), 'Look at every customer that has changed since it was looked at').action(
    ({ tenant }: Named) =>
      withKith(async ({ db }) => {
        const tenants = tenant === undefined ? await listTenants(db) : [await findTenant(db, tenant)]
        let looked = 0
        for (const { id } of tenants) {
          const caller = itself(id, 'cli')
          for (let some = 1; some > 0; looked += some) some = await inTenant(db, caller, lookAtOutdated)
        }
        say(program, { looked }, `Looked at ${looked} customers.`)
      }),
  )

  withTenant(duplicates.command('train'), 'Learn from the customers as they are, without labels').action(
    ({ tenant }: Named) =>
      inOne(tenant, async (ctx) => {
        const bar = progressBar(program, 100)
        const trained = await trainModel(ctx, (done, total) => bar.at(Math.round((100 * done) / total)))
        bar.done()
        const told = trained
          ? `Learned model ${trained.version}; it decides from now on.`
          : `With fewer than ${LEAST_CUSTOMERS} customers there is too little to learn; the usual weights decide.`
        return () => say(program, { version: trained?.version ?? null }, told)
      }),
  )

  withTenant(duplicates.command('explain <one> <other>'), 'Why two customers probably are one person, or not').action(
    (one: string, other: string, { tenant }: Named) => {
      const [first, second] = [CustomerId.parse(one), CustomerId.parse(other)]
      return inOne(tenant, async (ctx) => {
        const explanation = await explainCustomers(ctx, { one: first, other: second })
        const { beforehand, household, reasons, score, vetoes, wouldDecide } = explanation
        const bits = (value: number) => value.toFixed(1)
        const rows = [
          ['beforehand', '', bits(beforehand)],
          ...reasons.map((reason) => [reason.field, reason.level, bits(reason.bits)]),
          ['household', '', bits(household)],
          ['score', '', bits(score)],
        ]
        const more = [
          ...vetoes.map((veto) => `Speaks against: ${veto.replaceAll('_', ' ')}.`),
          ...wouldDecide.map(({ field, bits: most }) => `Unknown: ${field}; the same would say ${bits(most)}.`),
        ]
        return () => say(program, explanation, [table(rows), ...more].join('\n'))
      })
    },
  )
}
