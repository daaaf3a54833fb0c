import type { Context } from '../../../kit/context.ts'
import type { Input } from '../../../kit/endpoint.ts'
import { digitsOf } from '../../../kit/money.ts'
import { oncePerTransaction } from '../../../kit/once.ts'
import { changeSettings, readSettings, type Section, tenantDefaults } from '../../tenants/index.ts'
import type { changeSettings as change } from '../contract.ts'
import { CurrencyInUse } from '../refusals.ts'
import { OrderSettings } from '../shapes.ts'
import { sql } from '../tables.ts'

const SECTION: Section<typeof OrderSettings> = { name: 'orders', schema: OrderSettings }

/** What people pay with there, where a business of that country decided nothing. */
const CURRENCIES: Readonly<Record<string, string>> = {
  ...{ OM: 'OMR', AE: 'AED', SA: 'SAR', KW: 'KWD', BH: 'BHD', QA: 'QAR', YE: 'YER', IQ: 'IQD', JO: 'JOD', EG: 'EGP' },
  ...{ LB: 'LBP', MA: 'MAD', TN: 'TND', DZ: 'DZD', LY: 'LYD', SD: 'SDG', TR: 'TRY', IN: 'INR', PK: 'PKR', BD: 'BDT' },
  ...{ LK: 'LKR', NP: 'NPR', PH: 'PHP', ID: 'IDR', MY: 'MYR', SG: 'SGD', JP: 'JPY', CN: 'CNY', US: 'USD', CA: 'CAD' },
  ...{ GB: 'GBP', CH: 'CHF', AU: 'AUD', NZ: 'NZD', ZA: 'ZAR', KE: 'KES', TZ: 'TZS', BR: 'BRL', MX: 'MXN' },
  ...{ AT: 'EUR', BE: 'EUR', DE: 'EUR', ES: 'EUR', FI: 'EUR', FR: 'EUR', GR: 'EUR', IE: 'EUR', IT: 'EUR', NL: 'EUR' },
  ...{ PT: 'EUR' },
}
const ELSEWHERE = 'OMR'

const settingsRead = oncePerTransaction(orderSettings)
/** The one currency that everything is added up in. */
export const reportingCurrency = async (ctx: Context) => (await settingsRead(ctx)).currency

/** With the first order that counts, the currency no longer follows the country. */
export async function pinCurrency(ctx: Context): Promise<void> {
  const { currency, ownCurrency } = await settingsRead(ctx)
  if (ownCurrency !== null || pinned.has(ctx)) return
  pinned.add(ctx)
  await changeSettings(ctx, SECTION, { currency })
}
const pinned = new WeakSet<Context>()

export async function readCurrency(ctx: Context) {
  const currency = await reportingCurrency(ctx)
  return { currency, decimals: digitsOf(currency) }
}

export async function orderSettings(ctx: Context): Promise<{ currency: string; ownCurrency: string | null }> {
  const { currency } = await readSettings(ctx, SECTION)
  return { currency: currency ?? (await currencyOfCountry(ctx)), ownCurrency: currency }
}

async function currencyOfCountry(ctx: Context): Promise<string> {
  return CURRENCIES[(await tenantDefaults(ctx)).country] ?? ELSEWHERE
}

export async function changeOrderSettings(ctx: Context, { currency }: Input<typeof change>) {
  const before = await reportingCurrency(ctx)
  if (currency !== undefined && currency !== before && (await anyCounted(ctx))) throw CurrencyInUse()
  if (currency !== undefined) await changeSettings(ctx, SECTION, { currency })
  return orderSettings(ctx)
}

async function anyCounted(ctx: Context): Promise<boolean> {
  const row = await sql(ctx)
    .selectFrom('orders')
    .select('id')
    .where('tenant_id', '=', ctx.tenant)
    .where('counted', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
