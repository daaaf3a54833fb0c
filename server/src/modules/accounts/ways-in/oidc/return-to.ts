import { z } from 'zod'
import { fieldProblem } from '../../../../kit/field-problem.ts'

const OWN_PAGE = fieldProblem('own_page', { en: 'Must be a page of this site', ar: 'يجب أن تكون صفحة من هذا الموقع' })

const OWN = 'http://own.invalid'

/** A page of our own. Browsers take `//`, `/\` and resolved dots for another site. */
export const ReturnTo = z
  .string()
  .max(500)
  .superRefine((value, ctx) => {
    if (!isOwnPage(value)) ctx.addIssue({ code: 'custom', params: { code: OWN_PAGE } })
  })
  .meta({ description: 'Path of a page of this site, where the browser goes afterwards', example: '/account' })

function isOwnPage(value: string): boolean {
  if (!/^\/[\x21-\x5b\x5d-\x7e]*$/.test(value) || value.startsWith('//') || !URL.canParse(value, OWN)) return false
  const { origin, pathname } = new URL(value, OWN)
  return origin === OWN && !pathname.startsWith('//') && !pathname.startsWith('/api/')
}
