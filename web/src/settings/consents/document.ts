import type { Output } from '@kith/sdk'

export type Document = Output<'consent.listDocuments'>['items'][0]
