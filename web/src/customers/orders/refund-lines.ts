import { decimalOf, minorFrom } from './money.ts'
import type { Order } from './queries.ts'

/** As typed, by the position of the line. */
export type TypedLines = Readonly<Record<number, string>>
type Refundable = Pick<Order, 'currency' | 'lines' | 'refunds'>

/** What is typed for each line; a line without anything is left out, null is no amount. */
export function amountsTyped(typed: TypedLines, { lines, currency }: Refundable) {
  return lines.flatMap(({ position }) => {
    const text = typed[position]?.trim()
    return text ? [{ position, amount: minorFrom(text, currency) }] : []
  })
}

/** What is left of a line after the refunds that were for it. */
export function leftOfLine({ currency, refunds }: Refundable, { position, amount }: Order['lines'][number]): string {
  const back = refunds.flatMap(({ lines }) => lines ?? []).filter((one) => one.position === position)
  const sum = back.reduce((all, one) => all + minorFrom(one.amount, currency)!, 0)
  return decimalOf(Math.max(0, minorFrom(amount, currency)! - sum), currency)
}
