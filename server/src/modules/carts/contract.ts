import { z } from 'zod'
import { withoutCardNumbers } from '../../kit/card-numbers.ts'
import { endpoint } from '../../kit/endpoint.ts'
import { fieldProblem } from '../../kit/field-problem.ts'
import { TOO_MANY_KEYS } from '../../kit/problems.ts'
import { form, text, unfitAnywhere } from '../../kit/text.ts'
import {
  CustomerId,
  CustomerLoginNeeded,
  CustomerMerged,
  CustomerNotFound,
  CustomerRestricted,
  WrongStatus,
} from '../customers/contract.ts'

const REPEATED_SKU = fieldProblem('repeated_sku', {
  en: 'Give each article in one line only',
  ar: 'يجب أن يرد كل صنف في سطر واحد فقط',
})
export const SKU_FORM = fieldProblem('sku_form', {
  en: 'Latin letters, digits and . _ : / # -, at most 100',
  ar: 'أحرف لاتينية وأرقام والعلامات . _ : / # -، بحد أقصى 100',
})

export const MOST_LINES = 200
export const MOST_OF_ONE = 9_999
const DATA_MOST_CHARACTERS = 1_000

const Line = z.strictObject({
  /** No spaces: a reference of the shop, never the name of a person. */
  sku: form(/^[A-Za-z0-9][A-Za-z0-9._:/#-]{0,99}$/, SKU_FORM).meta({ example: 'THOBE-WASH' }),
  quantity: z.int().min(1).max(MOST_OF_ONE).meta({ example: 2 }),
  name: text(200).meta({ example: 'Thobe, washed and pressed' }).nullable().default(null),
  unitPrice: z
    .int()
    .min(0)
    .max(1_000_000_000_000)
    .nullable()
    .default(null)
    .meta({ description: 'Thousandths of the currency: 1.500 rials are 1500', example: 1500 }),
  data: z
    .record(z.string().min(1).max(80), z.unknown())
    .superRefine((value, ctx) => {
      const code = JSON.stringify(value).length > DATA_MOST_CHARACTERS ? TOO_MANY_KEYS : unfitAnywhere(value)
      if (code) ctx.addIssue({ code: 'custom', params: { code } })
    })
    .default({}),
})
export type Line = z.output<typeof Line>

const Lines = z
  .array(Line)
  .max(MOST_LINES)
  .superRefine((lines, ctx) => {
    const seen = new Set<string>()
    for (const [index, { sku }] of lines.entries()) {
      if (seen.has(sku)) ctx.addIssue({ code: 'custom', path: [index, 'sku'], params: { code: REPEATED_SKU } })
      seen.add(sku)
    }
  })

const Cart = z.object({ lines: z.array(Line) }).meta({ id: 'Cart' })
export type Cart = z.output<typeof Cart>

const tag = 'Carts'
const path = '/api/v1/customers/:customerId/cart'
const params = z.object({ customerId: CustomerId })
const refuses = [CustomerMerged, CustomerNotFound]

export const read = endpoint({
  method: 'get',
  path,
  summary: 'Read the cart of a customer',
  tag,
  allow: 'customers:read',
  params,
  output: Cart,
  refuses,
})

export const put = endpoint({
  method: 'put',
  path,
  summary: 'Replace the cart of a customer',
  description: `At most ${MOST_LINES} lines, one per \`sku\`. When two customers are merged, the quantities are added.`,
  tag,
  allow: 'customers:write',
  params,
  body: withoutCardNumbers(z.strictObject({ lines: Lines })),
  output: Cart,
  refuses: [...refuses, CustomerRestricted, WrongStatus],
})

export const clear = endpoint({
  method: 'delete',
  path,
  summary: 'Empty the cart of a customer',
  tag,
  allow: 'customers:write',
  params,
  output: Cart,
  refuses: [...refuses, CustomerRestricted, WrongStatus],
})

const mine = { tag: 'My account', path: '/api/v1/me/cart', allow: 'guest', params: z.object({}) } as const
const refusesMine = [CustomerLoginNeeded, WrongStatus]
const asWhom =
  'As a signed-in customer, or as a guest with the token of `/api/v1/auth/guest`: `Authorization: Bearer kithg_…`.'

export const readOwn = endpoint({
  ...read,
  ...mine,
  summary: 'Read my cart',
  description: asWhom,
  refuses: refusesMine,
})
export const putOwn = endpoint({
  ...put,
  ...mine,
  summary: 'Replace my cart',
  description: `${asWhom} At most ${MOST_LINES} lines, one for each \`sku\`. At sign-in the guest’s cart joins the customer’s.`,
  refuses: refusesMine,
})
export const clearOwn = endpoint({
  ...clear,
  ...mine,
  summary: 'Empty my cart',
  description: asWhom,
  refuses: refusesMine,
})
