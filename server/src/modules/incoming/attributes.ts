import { sql as raw } from 'kysely'
import type { Attribute } from '../../kit/context.ts'
import { InteractionRecorded } from './events.ts'

export const attributes: readonly Attribute[] = [
  {
    key: 'interests',
    label: { en: 'Interests', ar: 'الاهتمامات' },
    type: 'words',
    changedBy: [InteractionRecorded],
    read: ({ tenant, customer }) => raw`array(
      select distinct word.one from interactions said, unnest(said.tags || said.category) as word(one)
       where said.tenant_id = ${tenant} and said.customer_id = ${customer} and said.kind = 'review' and word.one is not null)`,
  },
]
