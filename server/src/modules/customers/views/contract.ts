import { z } from 'zod'
import { endpoint } from '../../../kit/endpoint.ts'
import { KEY_FORM } from '../../../kit/problems.ts'
import { refusal } from '../../../kit/refusal.ts'
import { form, text } from '../../../kit/text.ts'
import { Decimal, SORTS, STATUSES, TIERS, TYPES } from '../shapes.ts'

export const MOST_VIEWS = 30
export const MOST_SHARED_VIEWS = 50

export const ViewNotFound = refusal('customer_view.not_found', 404, {
  en: 'You have no view with this id.',
  ar: 'ليس لديك طريقة عرض كهذه.',
})
export const ViewNameTaken = refusal('customer_view.name_taken', 409, {
  en: 'You already have a view with this name.',
  ar: 'لديك طريقة عرض بهذا الاسم.',
})
export const OwnerHasViewName = refusal('customer_view.owner_has_name', 409, {
  en: 'The owner of this view has another one with this name.',
  ar: 'لدى صاحب طريقة العرض هذه طريقة أخرى بهذا الاسم.',
})
export const TooManyViews = refusal('customer_view.too_many', 409, {
  en: `There are at most ${MOST_VIEWS} views; delete one first.`,
  ar: `الحد الأقصى ${MOST_VIEWS} طريقة عرض؛ احذف إحداها أولًا.`,
})

export const TooManySharedViews = refusal('customer_view.too_many_shared', 409, {
  en: `At most ${MOST_SHARED_VIEWS} views are shared; delete one of them first.`,
  ar: `الحد الأقصى ${MOST_SHARED_VIEWS} طريقة عرض مشتركة؛ احذف إحداها أولًا.`,
})

const tag = 'Customers'
const params = z.object({ viewId: z.uuid() })

const some = <T extends string>(values: readonly [T, ...T[]]) => z.array(z.enum(values)).min(1).max(values.length)
const view = {
  name: text(60).meta({ example: 'Full customers, newest first' }),
  filter: z
    .strictObject({
      type: some(TYPES),
      status: some(STATUSES),
      tier: some(TIERS),
      verified: z.boolean(),
      restricted: z.boolean(),
      severalLogins: z.boolean(),
      ordered: z.boolean(),
      spentFrom: Decimal,
      sinceDays: z.int().min(1).max(3_660).meta({ description: 'Customer for at most so many days', example: 30 }),
      segment: form(/^[a-z][a-z0-9_-]{0,39}$/, KEY_FORM).meta({ example: 'vip' }),
      tag: form(/^[a-z][a-z0-9_-]{0,39}$/, KEY_FORM).meta({ example: 'family' }),
      sort: z.enum(SORTS).meta({ example: 'created' }),
      order: z.enum(['asc', 'desc']),
    })
    .partial()
    .meta({ description: 'The filters of the list, without the search text, which is personal data' }),
  columns: z
    .array(form(/^[a-z][A-Za-z0-9]{0,42}$/, KEY_FORM).meta({ example: 'totalSpent' }))
    // Those of the screen, and a field of the business each.
    .max(60)
    .meta({ description: 'The column names, defined by the screen' }),
}
/** As it is kept, sealed. */
export const KeptView = z.strictObject(view)
export type KeptView = z.output<typeof KeptView>

export const ViewBody = z.strictObject({
  ...view,
  shared: z.boolean().optional().meta({
    description: 'Whether all who see customers have it too; needs `views:share`. Left out, it stays as it is',
  }),
})
export type ViewBody = z.output<typeof ViewBody>

export const View = z
  .object({
    id: z.uuid(),
    ...view,
    shared: z.boolean(),
    own: z.boolean().meta({ description: 'Whether it belongs to the caller' }),
    damaged: z.boolean().meta({ description: 'Unreadable; save another in its place' }),
  })
  .meta({ id: 'CustomerView' })
export type View = z.output<typeof View>

export const listViews = endpoint({
  method: 'get',
  path: '/api/v1/customer-views',
  summary: 'List your saved views, and those that are shared',
  description:
    'Views of the customer list belong to your login or API key and are available on every device. Those that others share follow your own.',
  tag,
  allow: 'customers:read',
  output: z.object({ items: z.array(View) }),
  refuses: [],
})

export const saveView = endpoint({
  method: 'post',
  path: '/api/v1/customer-views',
  summary: 'Save a view',
  tag,
  allow: 'customers:read',
  body: ViewBody,
  output: View,
  status: 201,
  refuses: [ViewNameTaken, TooManyViews, TooManySharedViews],
})

export const replaceView = endpoint({
  method: 'put',
  path: '/api/v1/customer-views/:viewId',
  summary: 'Replace a view',
  description: 'One that stays shared, or that another shares, needs `views:share`; it keeps its owner.',
  tag,
  allow: 'customers:read',
  params,
  body: ViewBody,
  output: View,
  refuses: [ViewNotFound, ViewNameTaken, OwnerHasViewName, TooManySharedViews],
})

export const deleteView = endpoint({
  method: 'delete',
  path: '/api/v1/customer-views/:viewId',
  summary: 'Delete a view',
  description: 'One that another shares needs `views:share`.',
  tag,
  allow: 'customers:read',
  params,
  output: z.object({ done: z.literal(true) }),
  refuses: [ViewNotFound],
})
