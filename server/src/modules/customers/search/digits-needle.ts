import { anyOf, Fit, type Needle } from './needle.ts'
import { nationalPart } from './person.ts'
import { endingTerm, internationalTerm, nationalTerm, numberTerm, PHONE_LEAST } from './terms.ts'
import { wordNeedle } from './word-needle.ts'

/** Digits may begin or end a phone, be a customer number, or stand in a company's name or an e-mail. */
export function digitsNeedle(typed: string): Needle {
  const digits = typed.replace(/\D/g, '')
  if (typed.includes('+')) return internationalNeedle(digits)
  const needles = [numberNeedle(digits)]
  if (digits.length > 1) needles.push(wordNeedle([digits], false))
  if (digits.length >= PHONE_LEAST) {
    needles.push(internationalNeedle(digits), nationalNeedle(digits), endingNeedle(digits))
    if (/^00.{4}/.test(digits)) needles.push(internationalNeedle(digits.slice(2)))
    else if (/^0.{4}/.test(digits)) needles.push(nationalNeedle(digits.slice(1)))
  }
  return anyOf(needles)
}

export function numberNeedle(digits: string): Needle {
  const number = Number(digits)
  return { terms: [numberTerm(number)], fit: (person) => (person.number === number ? Fit.identity : Fit.none) }
}

function internationalNeedle(digits: string): Needle {
  const term = nationalTerm(nationalPart(digits)) ?? internationalTerm(digits)
  return {
    terms: term ? [term] : [],
    fit: ({ international }) => beginningFit(international, digits),
  }
}

function nationalNeedle(digits: string): Needle {
  return { terms: [nationalTerm(digits)!], fit: ({ national }) => beginningFit(national, digits) }
}

function endingNeedle(digits: string): Needle {
  return {
    terms: [endingTerm(digits)],
    fit: ({ international }) => (international.endsWith(digits) ? Fit.prefix : Fit.none),
  }
}

function beginningFit(phone: string, digits: string): Fit {
  if (phone === digits) return Fit.identity
  return phone.startsWith(digits) ? Fit.prefix : Fit.none
}
