import { isSupportedCountry } from 'libphonenumber-js/max'
import { form } from './text.ts'

/** Where people have phones: that leaves out the codes of blocs and of uninhabited rocks. */
export const Country = form(/^[A-Z]{2}$/, 'country_form')
  .refine((code) => isSupportedCountry(code), {
    params: { code: 'country_unknown' },
  })
  .meta({ example: 'OM' })
