import type { Output } from '@kith/sdk'

export type Template = Output<'messages.listTemplates'>['items'][0]
