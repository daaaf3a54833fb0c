import type { Output } from '@kith/sdk'

export type Document = Output<'getConsents'>['items'][0]
