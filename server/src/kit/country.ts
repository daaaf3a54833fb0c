import { isSupportedCountry } from 'libphonenumber-js/max'
import { form } from './text.ts'

/** Countries with phone numbers, without the codes of blocs and uninhabited places. */
export const Country = form(/^[A-Z]{2}$/, 'country_form')
  .refine((code) => isSupportedCountry(code), {
    params: { code: 'country_unknown' },
  })
  .meta({ example: 'OM' })
