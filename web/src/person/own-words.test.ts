import { expect, onTestFinished, test } from 'vitest'
import { writeIn } from '../language/digits.ts'
import type { OwnField } from './own-fields.tsx'
import { ownWords } from './own-words.ts'

const fields = [
  {
    key: 'size',
    label: { en: 'Size', ar: 'المقاس' },
    type: 'choice',
    choices: [{ value: 'xl', label: { en: 'Extra large', ar: 'كبير جدًا' } }],
  },
  { key: 'vip', label: { en: 'Regular', ar: 'دائم' }, type: 'boolean' },
] as unknown as OwnField[]

test('fields of the business are told by the names that it gave, in the language of the reader', () => {
  const values = { size: 'xl', vip: true, gone: 7, empty: null }
  const english = { language: 'en', yes: 'Yes', no: 'No' } as const
  expect(ownWords(fields, values, english)).toBe('Size: Extra large, Regular: Yes, gone: 7')
  writeIn('ar')
  onTestFinished(() => writeIn('en'))
  const arabic = { language: 'ar', yes: 'نعم', no: 'لا' } as const
  expect(ownWords(fields, { vip: false, size: 'xl', gone: 7 }, arabic)).toBe('دائم: لا، المقاس: كبير جدًا، gone: ٧')
})
