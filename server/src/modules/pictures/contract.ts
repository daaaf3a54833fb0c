import { z } from 'zod'
import { endpoint } from '../../kit/endpoint.ts'
import { fieldProblem } from '../../kit/field-problem.ts'
import { At } from '../../kit/text.ts'
import {
  CustomerId,
  CustomerLoginNeeded,
  CustomerMerged,
  CustomerNotFound,
  CustomerRestricted,
  WrongStatus,
} from '../customers/contract.ts'
import { bytesOf } from './kinds.ts'

const PICTURE_FORM = fieldProblem('picture_form', {
  en: 'A still PNG, JPEG or WebP picture of at most 48 kB and 1024 pixels on each side',
  ar: 'صورة ثابتة PNG أو JPEG أو WebP لا تتجاوز 48 كيلوبايت ولا 1024 بكسل في كل جانب',
})
/** 48 kB in base64, and what stands before it. */
const MOST_LETTERS = 65_600
const EXAMPLE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const Picture = z
  .object({
    picture: z.string().nullable().meta({ description: 'As a data URL; null where there is none', example: EXAMPLE }),
    changedAt: At.nullable(),
  })
  .meta({ id: 'CustomerPicture' })
export type Picture = z.output<typeof Picture>

const tag = 'Customers'
const params = z.object({ customerId: CustomerId })
const refuses = [CustomerMerged, CustomerNotFound]
const path = '/api/v1/customers/:customerId/picture'

export const read = endpoint({
  method: 'get',
  path,
  summary: 'Read the picture of a customer',
  tag,
  allow: 'customers:read',
  params,
  output: Picture,
  refuses,
})

export const put = endpoint({
  method: 'put',
  path,
  summary: 'Give a customer a picture',
  description:
    'A data URL of at most 48 kB, of a still picture of at most 1024 pixels on each side, in the form of its type; never an address elsewhere. What is none of the picture is left out: place, camera and texts (Exif, XMP, comments), so that it may come back shorter. It is encrypted with the key of the person, and erased with them.',
  tag,
  allow: 'customers:write',
  params,
  body: z.strictObject({
    picture: z
      .string()
      .max(MOST_LETTERS)
      .refine((value) => bytesOf(value) !== null, { params: { code: PICTURE_FORM } })
      .meta({ example: EXAMPLE }),
  }),
  output: Picture,
  refuses: [...refuses, CustomerRestricted, WrongStatus],
})

export const remove = endpoint({
  method: 'delete',
  path,
  summary: 'Remove the picture of a customer',
  description: 'In any status, and also while the processing is restricted.',
  tag,
  allow: 'customers:write',
  params,
  output: Picture,
  refuses,
})

const mine = {
  tag: 'My account',
  path: '/api/v1/me/picture',
  allow: 'signed-in',
  params: z.object({}),
} as const

export const readOwn = endpoint({ ...read, ...mine, summary: 'Read my picture', refuses: [CustomerLoginNeeded] })
export const putOwn = endpoint({
  ...put,
  ...mine,
  summary: 'Give myself a picture',
  refuses: [CustomerLoginNeeded, WrongStatus],
})
export const removeOwn = endpoint({
  ...remove,
  ...mine,
  summary: 'Remove my picture',
  refuses: [CustomerLoginNeeded],
})
