import { createInstance } from 'i18next'
import { afterEach, describe, expect, test } from 'vitest'
import arFirst from './ar.json' with { type: 'json' }
import arMore from './ar.more.json' with { type: 'json' }
import { digitsOf, FIRST_COUNTRY, inOwnDigits, numbersInTexts, writeFor, writeIn } from './digits.ts'
import enFirst from './en.json' with { type: 'json' }
import enMore from './en.more.json' with { type: 'json' }

afterEach(() => {
  writeFor(FIRST_COUNTRY)
  writeIn('en')
})

test.each([
  ['123456', '123456'],
  ['123 456', '123456'],
  ['Your code is 004209.', '004209'],
  ['٠٠٤٢٠٩', '004209'],
  ['۱۲۳۴۵۶', '123456'],
  ['رمزك ١٢٣-456', '123456'],
  ['none', ''],
])('%s is the code %s', (typed, code) => {
  expect(digitsOf(typed)).toBe(code)
})

const texts = { en: { ...enFirst, ...enMore }, ar: { ...arFirst, ...arMore } }
/** Formats of files, and a name. */
const AS_THEY_ARE = /^(importDates|providerKind)\./

/** Every text of a language, with the same number for each of its facts. */
async function told(language: 'en' | 'ar', number: number): Promise<[key: string, text: string][]> {
  const i18n = createInstance()
  await i18n.use(numbersInTexts).init({
    lng: language,
    resources: { [language]: { translation: texts[language] } },
    interpolation: { escapeValue: false, alwaysFormat: true },
  })
  return Object.entries<Record<string, string>>(texts[language]).flatMap(([group, of]) =>
    Object.entries(of).map(([name, text]): [string, string] => {
      const facts = [...text.matchAll(/{{([a-z]\w*)}}/gi)].map(([, fact]) => [fact, number])
      // The interpolation alone: the form of a plural is in the key.
      const said = i18n.services.interpolator.interpolate(text, Object.fromEntries(facts), language, {})
      return [`${group}.${name}`, said]
    }),
  )
}

describe('every number in a text', () => {
  test('has the digits of the reader, who is in Oman', async () => {
    const latin = (await told('ar', 1234.5)).filter(([key, text]) => !AS_THEY_ARE.test(key) && /[0-9]/.test(text))
    expect(latin).toEqual([])
  })

  test('has the digits of the reader, who is in Morocco', async () => {
    writeFor('MA')
    expect((await told('ar', 1234.5)).filter(([, text]) => /[\u0660-\u0669]/.test(text))).toEqual([])
  })

  test('is in the text as a fact, so that no digit is fixed', () => {
    for (const language of ['en', 'ar'] as const) {
      const fixed = Object.entries<Record<string, string>>(texts[language]).flatMap(([group, of]) =>
        Object.entries(of).filter(
          ([name, text]) =>
            !AS_THEY_ARE.test(`${group}.${name}`) && /[0-9\u0660-\u0669]/.test(text.replace(/{{\w+}}/g, '')),
        ),
      )
      expect(fixed).toEqual([])
    }
  })

  test('is grouped as people there do, but a figure of the text is not', async () => {
    const english = Object.fromEntries(await told('en', 1234))
    expect(english['audit.broken']).toContain('1,234')
    expect(english['imports.originExplained']).toContain('2023')
    expect(english['account.passwordHint']).toMatch(/^At least 8 /)
  })
})

describe('a sentence of the server', () => {
  test.each([
    ['خلال آخر 30 يومًا', 'خلال آخر ٣٠ يومًا'],
    ['1 عن كل 12.500 OMR من 1,250', '١ عن كل ١٢٫٥٠٠ OMR من ١٬٢٥٠'],
    ['بقيت 3 محاولات.', 'بقيت ٣ محاولات.'],
    ['منها 5، و25 %', 'منها ٥، و٢٥ %'],
    ['اكتب اليوم هكذا: 2026-01-31', 'اكتب اليوم هكذا: 2026-01-31'],
    ['يملكه CUST-00042 برقم +96890123456', 'يملكه CUST-00042 برقم +96890123456'],
    ['في 2026-01-31T09:30:00Z من 10.0.0.1/8', 'في 2026-01-31T09:30:00Z من 10.0.0.1/8'],
  ])('%s is read as %s', (sentence, read) => {
    writeIn('ar')
    expect(inOwnDigits(sentence)).toBe(read)
  })

  test('stays as it is where the reader writes the same digits', () => {
    expect(inOwnDigits('within the last 30 days')).toBe('within the last 30 days')
    writeIn('ar')
    writeFor('MA')
    expect(inOwnDigits('خلال آخر 30 يومًا')).toBe('خلال آخر 30 يومًا')
  })
})
