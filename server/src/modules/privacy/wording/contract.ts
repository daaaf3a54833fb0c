import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'
import { PACK_NAMES } from '../packs.ts'

const Wording = z.object({ title: z.string(), text: z.string() })

export const readWording = endpoint({
  method: 'get',
  path: '/api/v1/privacy/consent-wording',
  summary: 'Read draft texts for a consent document, by privacy law and in both languages',
  description: 'A draft for legal review, to be edited and then published under `/api/v1/consents`.',
  tag: 'Privacy',
  allow: 'consents:manage',
  query: z.strictObject({
    pack: z.enum(PACK_NAMES).optional().meta({ description: 'By default the law of the business' }),
  }),
  output: z.object({
    pack: z.enum(PACK_NAMES),
    items: z.array(z.object({ purpose: z.string(), texts: z.object({ en: Wording, ar: Wording }) })),
  }),
  refuses: [],
})
