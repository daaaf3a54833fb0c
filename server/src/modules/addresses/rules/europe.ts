// Which fields mail needs and what postal codes look like: Google's address metadata (libaddressinput), 2024; the form
// of British codes is that of BS 7666. These countries write no subdivision on mail.
import type { CountryRule } from './rule.ts'

const spaceBeforeLastThree = (typed: string) => typed.replaceAll(' ', '').replace(/(?=.{3}$)/, ' ')
const withoutSpaces = (typed: string) => typed.replaceAll(' ', '')

export const EUROPE = {
  GB: {
    needs: ['line', 'city', 'postalCode'],
    postalCodes: {
      pattern: /^(?:GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2})$/,
      example: 'EC1Y 8SY',
      tidy: spaceBeforeLastThree,
    },
    subdivisions: [],
    writes: 'name',
    number: 'before',
  },
  DE: {
    needs: ['line', 'city', 'postalCode'],
    postalCodes: { pattern: /^\d{5}$/, example: '26133', tidy: withoutSpaces },
    subdivisions: [],
    writes: 'name',
    number: 'after',
  },
  FR: {
    needs: ['line', 'city', 'postalCode'],
    postalCodes: { pattern: /^\d{5}$/, example: '33380', tidy: withoutSpaces },
    subdivisions: [],
    writes: 'name',
    number: 'before',
  },
} as const satisfies Record<string, CountryRule>
