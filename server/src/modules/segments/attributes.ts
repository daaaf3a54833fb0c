import { sql as raw } from 'kysely'
import type { Attribute } from '../../kit/context.ts'
import { TAGS } from './rules/tags.ts'

export const attributes: readonly Attribute[] = [
  {
    key: TAGS,
    label: { en: 'Tags', ar: 'الوسوم' },
    type: 'words',
    changedBy: [],
    /** Those by rule are asked for by their rules. */
    read: ({ tenant, customer }) => raw`array(
      select tag from segment_tags_by_hand given where given.tenant_id = ${tenant} and given.customer_id = ${customer})`,
  },
]
