import { isSupportedCountry } from 'libphonenumber-js/max'
import { COUNTRY_FORM, COUNTRY_UNKNOWN } from './problems.ts'
import { form } from './text.ts'

/** Countries with phone numbers, without the codes of blocs and uninhabited places. */
export const Country = form(/^[A-Z]{2}$/, COUNTRY_FORM)
  .refine((code) => isSupportedCountry(code), {
    params: { code: COUNTRY_UNKNOWN },
  })
  .meta({ example: 'OM' })
