import type { Output } from '@kith/sdk'

export type Template = Output<'getMessageTemplates'>['items'][0]
