import type { Context } from '../../../kit/context.ts'
import type { Explained } from '../../../kit/explain.ts'
import { decimalText } from '../../../kit/money.ts'
import { reportingCurrency } from '../../orders/index.ts'
import { currentProgram, type PersonRow } from '../deciding/current.ts'
import { type Comparison, comparisonsIn, type Rule } from '../rules/grammar.ts'
import { offeredAttributes } from '../rules/members.ts'
import { fits, valueIn } from '../rules/of-one.ts'
import type { Program } from '../rules/program.ts'
import { needsOf, sentenceOf, whatOf } from '../rules/words.ts'

const OTHERWISE = { en: 'No other segment fits', ar: 'لا تنطبق شريحة أخرى' }
const BY_HAND = { en: 'Given by hand', ar: 'مُنح يدويًا' }

/** Every segment up to the one that fits, and every tag by rule: what was compared, and with what result. */
export async function explainRules(ctx: Context, customerId: string, since: (key: string) => Date | null) {
  const prepared = await currentProgram(ctx)
  const [row] = prepared ? await prepared.valuesOf(ctx, [customerId]) : []
  if (!prepared || !row) return { segments: [], tags: [] }
  const { program } = prepared
  const offered = new Map((await offeredAttributes(ctx)).map((one) => [one.key, one]))
  const saying = { language: ctx.caller.language, currency: await reportingCurrency(ctx), offered }
  const explained = (key: string, rule: Rule): Explained => ({
    value: fits(program, rule, row, ctx.now),
    since: since(key)?.toISOString() ?? null,
    rule: { key, text: sentenceOf(program, rule, saying) },
    compared: comparisonsIn(rule).map(({ comparison }) => ({
      what: whatOf(program, comparison, saying),
      value: shown(ctx, program, comparison, row, saying.currency),
      needs: needsOf(program, comparison, saying),
      met: fits(program, comparison, row, ctx.now),
    })),
    source: `segments version ${program.version}`,
  })
  const plain = (key: string, text: string, value: boolean): Explained => ({
    value,
    since: since(key)?.toISOString() ?? null,
    rule: { key, text },
    compared: [],
    source: `segments version ${program.version}`,
  })
  const first = program.segments.findIndex(({ rule }) => fits(program, rule, row, ctx.now))
  const looked = first === -1 ? program.segments : program.segments.slice(0, first + 1)
  const { otherwise } = program.definitions
  return {
    segments: [
      ...looked.map(({ key, rule }) => explained(key, rule)),
      ...(first === -1 ? [plain(otherwise.key, OTHERWISE[saying.language], true)] : []),
    ],
    tags: program.tags.map(({ key, rule }) =>
      rule === null ? plain(key, BY_HAND[saying.language], row.by_hand.includes(key)) : explained(key, rule),
    ),
  }
}

/** Of what is kept sealed nothing but whether it fits. */
function shown(ctx: Context, program: Program, comparison: Comparison, row: PersonRow, currency: string) {
  const { attribute } = program.slotOf(comparison)
  const value = valueIn(program, comparison, row)
  if (value === null || attribute.type === 'token' || attribute.type === 'word_token') return null
  if (attribute.type === 'money') return decimalText(Number(value), currency)
  if (attribute.type === 'kept_day' && value instanceof Date) return value.toISOString().slice(0, 10)
  if (value instanceof Date) return Math.floor((ctx.now.getTime() - value.getTime()) / 86_400_000)
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}
