import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'
import { PACK_NAMES } from '../packs.ts'

const Wording = z.object({ title: z.string(), text: z.string() })

export const readWording = endpoint({
  method: 'get',
  path: '/api/v1/privacy/consent-wording',
  summary: 'Words to begin a consent document with, as the law of the business wants them, in both languages',
  description:
    'A proposal to be read by counsel, changed and then published under `/api/v1/consents`; nothing is published by reading it.',
  tag: 'Privacy',
  allow: 'consents:manage',
  query: z.strictObject({
    pack: z.enum(PACK_NAMES).optional().meta({ description: 'That of the business unless said' }),
  }),
  output: z.object({
    pack: z.enum(PACK_NAMES),
    items: z.array(z.object({ purpose: z.string(), texts: z.object({ en: Wording, ar: Wording }) })),
  }),
  refuses: [],
})
