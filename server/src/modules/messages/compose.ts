import { z } from 'zod'
import type { Language } from '../../kit/refusal.ts'
import { duration } from './durations.ts'
import type { Wording } from './templates.ts'

/** The composed message. `html` only for an e-mail. */
export const Content = z.object({
  subject: z.string().nullable().default(null),
  text: z.string(),
  html: z.string().nullable().default(null),
})
export type Content = Readonly<z.output<typeof Content>>

export type Values = Readonly<Record<string, string>>

const PLACEHOLDER = /\{(\w+)\}/g

export const placeholdersOf = ({ subject, body }: Wording): string[] =>
  [...`${subject ?? ''}\n${body}`.matchAll(PLACEHOLDER)].map(([, name]) => name!)

/** What an e-mail carries of the business. */
export interface Letterhead {
  readonly business: string
  readonly colour: string | null
  readonly hours: string | null
}

/** Fills a template. Values are single lines, and escaped in HTML. */
export function compose(
  { subject, body }: Wording,
  given: Values,
  language: Language,
  head: Letterhead | null = null,
): Content {
  const values = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, duration(name, oneLine(value), language)]),
  )
  const text = fill(body, (name) => filledIn(values, name))
  if (subject === null) return { subject, text, html: null }
  return { subject: fill(subject, (name) => filledIn(values, name)), text, html: letter(body, values, language, head) }
}

function fill(wording: string, write: (name: string) => string): string {
  return wording.replace(PLACEHOLDER, (_, name: string) => write(name))
}

function filledIn(values: Values, name: string): string {
  const value = values[name]
  if (value === undefined) throw new Error(`The message needs a value for {${name}}`)
  return value
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is its purpose
const oneLine = (value: string) => value.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')

/** No pictures, scripts or external content. */
function letter(body: string, values: Values, language: Language, head: Letterhead | null): string {
  const paragraphs = body.split(/\n{2,}/).map((paragraph) => {
    const inner = escapeHtml(paragraph).replaceAll('\n', '<br>')
    return `<p style="margin:0 0 1em">${fill(inner, (name) => shown(name, filledIn(values, name)))}</p>`
  })
  const direction = language === 'ar' ? 'rtl' : 'ltr'
  return [
    `<!doctype html><html lang="${language}" dir="${direction}"><head><meta charset="utf-8"></head>`,
    `<body dir="${direction}" style="margin:0;padding:24px;font:16px/1.6 system-ui,'Segoe UI',Tahoma,sans-serif;color:#1c1c1c">`,
    `<div style="max-width:34em">${above(head)}${paragraphs.join('')}${below(head)}</div></body></html>`,
  ].join('')
}

/** Colour as a line alone, so that every text stays readable. */
const above = (head: Letterhead | null) =>
  head?.colour
    ? `<p style="margin:0 0 1.5em;padding:0 0 12px;border-bottom:4px solid ${escapeHtml(head.colour)};font-weight:600"><bdi>${escapeHtml(head.business)}</bdi></p>`
    : ''
const below = (head: Letterhead | null) =>
  head?.hours
    ? `<p style="margin:2em 0 0;font-size:14px;color:#565656">${escapeHtml(head.hours).replaceAll('\n', '<br>')}</p>`
    : ''

function shown(name: string, value: string): string {
  const safe = escapeHtml(value)
  if (name === 'code') return `<strong dir="ltr" style="font-size:1.5em;letter-spacing:.15em">${safe}</strong>`
  if (name !== 'link') return `<bdi>${safe}</bdi>`
  if (!/^https?:\/\//.test(value)) throw new Error('A link in a message leads to http or https')
  return `<a dir="ltr" href="${safe}">${safe}</a>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!)
