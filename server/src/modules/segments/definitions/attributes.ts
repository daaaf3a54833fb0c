import type { Context } from '../../../kit/context.ts'
import { reportingCurrency } from '../../orders/index.ts'
import { offeredAttributes } from '../rules/members.ts'
import { choicesOf, isWindowed, OPERATORS_OF, WANTS } from '../rules/operators.ts'
import { TAGS } from '../rules/tags.ts'
import { readDefinitions } from './definitions.ts'

/** What rules may compare, with words for the screen. */
export async function listAttributes(ctx: Context) {
  const [{ tags }, currency, offered] = await Promise.all([
    readDefinitions(ctx),
    reportingCurrency(ctx),
    offeredAttributes(ctx),
  ])
  const { language } = ctx.caller
  return {
    currency,
    items: offered.map((attribute) => ({
      key: attribute.key,
      label: attribute.label[language],
      type: attribute.type,
      windowed: isWindowed(attribute),
      sealed: attribute.type === 'token' || attribute.type === 'word_token',
      operators: OPERATORS_OF[attribute.type].map((is) => ({ is, wants: WANTS[is] })),
      choices:
        attribute.key === TAGS
          ? tags.map(({ key, name }) => ({ value: key, label: name[language] }))
          : (choicesOf(attribute)?.map(({ value, label }) => ({ value, label: label[language] })) ?? null),
    })),
  }
}
