import { plainDigits } from '../../language/digits.ts'
import type { Served } from '../../offline/served.ts'
import { useServed } from '../../offline/use-served.ts'

const FEWEST_DIGITS = 3

/** Customers who were served here lately and fit what was typed; only without network. */
export function useLately(typed: string, isAlone: boolean): readonly Served[] {
  const served = useServed(isAlone)
  return isAlone && typed !== '' ? served.filter(fits(typed)) : []
}

/** By the beginning of a name or number, or by digits of the phone. */
function fits(typed: string): (served: Served) => boolean {
  const text = plainDigits(typed).toLocaleLowerCase()
  const digits = text.replace(/[\s().+-]/g, '')
  const isPhone = /^\d+$/.test(digits) && digits.length >= FEWEST_DIGITS
  return ({ customer: { name, name2, number, phone } }) =>
    isPhone
      ? (phone?.includes(digits) ?? false)
      : [...name.split(/\s+/), ...(name2?.split(/\s+/) ?? []), name, number].some((word) =>
          word.toLocaleLowerCase().startsWith(text),
        )
}
