import { anyOf, exactly, type Fit, type Needle, UNTOLD, written } from './needle.ts'
import { nationalPart } from './person.ts'
import { endingTerm, internationalTerm, nationalTerm, numberTerm, PHONE_LEAST, phoneTerm } from './terms.ts'
import { wordNeedle } from './word-needle.ts'

/**
 * Digits may begin or end a phone, be a customer number, or stand in a company's name. A caller who sees contacts masked finds a
 * phone by the last four digits, which are shown, and by nothing else.
 */
export function digitsNeedle(typed: string, contacts: boolean): Needle {
  const digits = typed.replace(/\D/g, '')
  if (typed.includes('+')) return contacts ? internationalNeedle(digits) : NO_CUSTOMER
  const needles = [numberNeedle(digits)]
  if (digits.length > 1) needles.push(wordNeedle([digits], false))
  if (contacts ? digits.length >= PHONE_LEAST : digits.length === PHONE_LEAST) needles.push(endingNeedle(digits))
  if (contacts && digits.length >= PHONE_LEAST) {
    needles.push(internationalNeedle(digits), nationalNeedle(digits))
    if (/^00.{4}/.test(digits)) needles.push(internationalNeedle(digits.slice(2)))
    else if (/^0.{4}/.test(digits)) needles.push(nationalNeedle(digits.slice(1)))
  }
  return anyOf(needles)
}

const NO_CUSTOMER: Needle = { terms: exactly([]), fit: () => null }

export function numberNeedle(digits: string): Needle {
  const number = Number(digits)
  return {
    terms: exactly([numberTerm(number)]),
    fit: (person) => (person.number === number ? { match: 'exact', field: 'number' } : null),
  }
}

function internationalNeedle(digits: string): Needle {
  const term = nationalTerm(nationalPart(digits)) ?? internationalTerm(digits)
  return {
    terms: term ? written([phoneTerm(`+${digits}`)], [term]) : UNTOLD,
    fit: ({ international }) => beginningFit(international, digits),
  }
}

function nationalNeedle(digits: string): Needle {
  return {
    terms: written([phoneTerm(digits)], [nationalTerm(digits)!]),
    fit: ({ national }) => beginningFit(national, digits),
  }
}

function endingNeedle(digits: string): Needle {
  return {
    terms: written([], [endingTerm(digits)]),
    fit: ({ international }) => (international.endsWith(digits) ? { match: 'prefix', field: 'phone' } : null),
  }
}

function beginningFit(phone: string, digits: string): Fit | null {
  if (!phone.startsWith(digits)) return null
  return { match: phone === digits && phone.length >= PHONE_LEAST ? 'exact' : 'prefix', field: 'phone' }
}
