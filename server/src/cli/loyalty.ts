import { readFileSync } from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import { simulate as endpoint } from '../modules/loyalty/contract.ts'
import { simulate } from '../modules/loyalty/index.ts'
import { say, table } from './say.ts'
import { inOne, withTenant } from './tenants.ts'

export function addLoyaltyCommands(program: Command): void {
  const loyalty = program.command('loyalty').description('Points and tiers')
  withTenant(
    loyalty.command('simulate <file>'),
    'What other rules would have given and cost, tried on the orders of the last days; nothing is saved',
  )
    .option('--last <days>', 'which orders, such as 90d', days, 90)
    .action((file: string, { tenant, last }: { tenant?: string; last: number }) => {
      const rules: unknown = JSON.parse(readFileSync(file, 'utf8'))
      const asked = endpoint.body.parse({ rules, days: last }, { reportInput: true })
      return inOne(tenant, async (ctx) => {
        const found = await simulate(ctx, asked)
        const worth = ({ points, worth }: { points: number; worth: string }) => [
          String(points),
          `${worth} ${found.currency}`,
        ]
        return () =>
          say(
            program,
            found,
            table([
              ['orders', String(found.orders), `of ${found.customers} customers in ${found.days} days`],
              ['rules of today', ...worth(found.present)],
              ['these rules', ...worth(found.wanted)],
              ['difference', ...worth(found.difference)],
            ]),
          )
      })
    })
}

function days(written: string): number {
  const found = /^(\d{1,3})d?$/.exec(written)
  if (!found || Number(found[1]) < 1) throw new InvalidArgumentError('It is a number of days, such as 90d.')
  return Number(found[1])
}
