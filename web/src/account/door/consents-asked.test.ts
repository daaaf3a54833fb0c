import type { Output } from '@kith/sdk'
import { expect, test } from 'vitest'
import { askedOf, textOf } from './consents-asked.ts'

type Document = Output<'consent.listDocuments'>['items'][number]
const document = (purpose: string, kind: string, texts: object = {}) =>
  ({ purpose, kind, latest: { version: 1, texts } }) as Document

test('a new customer is asked for the terms first, then for marketing, but not by an e-mail that is not confirmed', () => {
  const asked = askedOf([
    document('marketing.sms', 'marketing'),
    document('marketing.email', 'marketing'),
    document('custom.photos', 'custom'),
    document('privacy', 'privacy'),
    document('terms', 'terms'),
  ])
  expect(asked.map(({ purpose }) => purpose)).toEqual(['terms', 'privacy', 'marketing.sms'])
})

test('a text that is not there in the language of the screen is shown in the other', () => {
  const terms = document('terms', 'terms', { ar: { title: 'الشروط', text: 'نص' } })
  expect(textOf(terms, 'en')).toEqual({ language: 'ar', title: 'الشروط', text: 'نص' })
  const both = document('terms', 'terms', { ar: { title: 'الشروط', text: 'نص' }, en: { title: 'Terms', text: 'Text' } })
  expect(textOf(both, 'en')).toEqual({ language: 'en', title: 'Terms', text: 'Text' })
})
