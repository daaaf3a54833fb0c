import { describe, expect, test } from 'vitest'
import { guessPlan } from './guess.ts'
import { plainName, targetNamed } from './names.ts'
import { countryIn, dayIn, languageIn, momentIn, namesIn, plainCell, yesOrNo } from './values.ts'

const targets = (names: readonly string[], samples: readonly (readonly string[])[] = []) => {
  const { columns, system, dates } = guessPlan('file.csv', names, samples, new Map())
  return { system, dates, of: Object.fromEntries(columns.map(({ name, target }) => [name, target])) }
}

describe('ready files', () => {
  test('of Shopify', () => {
    const names =
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags'
    expect(targets(names.split(','))).toMatchObject({
      system: 'shopify',
      of: {
        'Customer ID': 'externalId',
        'First Name': 'firstName',
        Email: 'email',
        Phone: 'phone',
        Note: 'notes',
        'Accepts Email Marketing': 'consent.marketing.email',
        'Accepts SMS Marketing': 'consent.marketing.sms',
        'Total Spent': null,
      },
    })
  })

  test('of Square, Medusa, Vendure, an address book and accounts', () => {
    expect(
      targets(
        'Reference ID,First Name,Last Name,Email Address,Phone Number,Birthday,Memo,First Visit,Square Customer ID'.split(
          ',',
        ),
      ),
    ).toMatchObject({
      system: 'square',
      of: { 'Square Customer ID': 'externalId', Birthday: 'birthDate', Memo: 'notes', 'Phone Number': 'phone' },
    })
    expect(targets('id,email,first_name,last_name,phone,company_name,has_account,created_at'.split(','))).toMatchObject(
      {
        system: 'medusa',
        of: { id: 'externalId', company_name: 'companyName', created_at: 'createdAt', has_account: null },
      },
    )
    expect(targets('id,title,firstName,lastName,emailAddress,phoneNumber,createdAt'.split(','))).toMatchObject({
      system: 'vendure',
      of: { id: 'externalId', emailAddress: 'email', phoneNumber: 'phone', title: null },
    })
    expect(
      targets(['UID', 'FN', 'Given name', 'Family name', 'NICKNAME', 'TEL', 'EMAIL', 'ORG', 'BDAY', 'NOTE']),
    ).toMatchObject({
      system: 'vcard',
      of: { FN: 'fullName', 'Given name': 'firstName', TEL: 'phone', BDAY: 'birthDate' },
    })
    expect(targets('customerId,name,email,companyName,plan,status,createdAt'.split(','))).toMatchObject({
      system: 'accounts',
      of: { customerId: 'externalId', name: 'fullName', plan: 'plan', status: null, createdAt: 'createdAt' },
    })
  })
})

test('names mean the same in any spelling, also in Arabic; the second of a kind is left out', () => {
  for (const name of ['E-mail', 'e_mail', 'البريد الإلكتروني', 'بريد الكتروني', 'EMAIL ADDRESS'])
    expect(targetNamed(name), name).toBe('email')
  for (const name of ['رقم الهاتف', 'هاتف', 'الجوّال', 'phoneNumber']) expect(targetNamed(name), name).toBe('phone')
  expect(plainName('الاسم الأوّل')).toBe(plainName('اسم اول'))
  expect(targets(['Phone', 'Mobile']).of).toEqual({ Phone: 'phone', Mobile: null })
})

test('cells without a known name are recognised by what is in them', () => {
  const rows = [1, 2, 3].map((n) => [`a${n}@example.com`, `+96890${n}00000`])
  expect(targets(['X', 'Y'], rows).of).toEqual({ X: 'email', Y: 'phone' })
})

test('dates are read in the order of the file', () => {
  expect(targets(['birthday'], [['03/25/1990'], ['04/05/1991']]).dates).toBe('month-first')
  expect(targets(['birthday'], [['03/04/1990']]).dates).toBe('day-first')
  expect([dayIn('3/4/1990', 'day-first'), dayIn('3/4/1990', 'month-first')]).toEqual(['1990-04-03', '1990-03-04'])
  expect([dayIn('٣١/١٢/١٩٩٠', 'day-first'), dayIn('31/02/1990', 'day-first'), dayIn('1990-1-5', 'day-first')]).toEqual([
    '1990-12-31',
    null,
    '1990-01-05',
  ])
  expect(momentIn('2024-01-03 10:00:00 +0400', 'day-first')).toBe('2024-01-03T06:00:00.000Z')
  expect(momentIn('2024-01-03T10:00:00Z', 'day-first')).toBe('2024-01-03T10:00:00.000Z')
})

test('words in either language are values', () => {
  expect(['نعم', 'TRUE', 'x', 'لا', 'no', 'perhaps'].map(yesOrNo)).toEqual([true, true, true, false, false, null])
  expect(['العربية', 'en-GB', 'French'].map(languageIn)).toEqual(['ar', 'en', null])
  expect(['Oman', 'عُمان', 'ae', 'Atlantis'].map(countryIn)).toEqual(['OM', 'OM', 'AE', null])
  expect(namesIn('Aisha bint Said')).toEqual({ firstName: 'Aisha', lastName: 'bint Said' })
  expect(["'+968 90", "'=1+1", "O'Neil", "'tis"].map(plainCell)).toEqual(['+968 90', '=1+1', "O'Neil", "'tis"])
})
